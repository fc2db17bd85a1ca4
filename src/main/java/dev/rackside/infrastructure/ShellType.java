package dev.rackside.infrastructure;

/** The shell that one meets on a machine. */
public enum ShellType {
    POWERSHELL, CMD, BASH, ZSH, SH
}
