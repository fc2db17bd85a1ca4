package dev.rackside.fx;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a column of a list is besides its looks: enough to copy and to export it without a toolkit.
 *
 * @param name by which it is remembered: its title's message
 * @param title what stands in its header
 * @param value of a row: a text, a number, an instant, a day; null for nothing. Called from any thread.
 */
public record Column<R>(String name, String title, Function<? super R, ? extends @Nullable Object> value) {}
