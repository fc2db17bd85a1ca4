package dev.rackside.fx;

/** What every list of a workspace needs for its comforts: columns and filters that stay, export, copies. */
public record Comforts(ListMemory memory, Background background, Dialogs dialogs) {}
