package dev.rackside.tag.ui;

import dev.rackside.row.Choice;
import java.util.function.Consumer;

/**
 * What the screen of tags asks of the rest of the window.
 *
 * @param showMachines shows the machines that have a tag in their list
 * @param showWork shows the work items that have a tag in their list
 */
public record TagActs(Consumer<Choice> showMachines, Consumer<Choice> showWork) {}
