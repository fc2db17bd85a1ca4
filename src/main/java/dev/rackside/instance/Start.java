package dev.rackside.instance;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the window shall open.
 *
 * @param workspace its name; null for the one that was open last
 * @param sample whether to make a local workspace with sample data where there is none
 * @param demo whether to open the demo's workspace, and start the ticket systems that it talks to
 * @param link the file of a workspace link to follow; null where none was given
 */
public record Start(@Nullable String workspace, boolean sample, boolean demo, @Nullable Path link) {

    /** The name of the workspace that {@code sample} is about. */
    public static final String SAMPLE = "Sample";
    /** The name of the workspace that {@code demo} is about. */
    public static final String DEMO = "Demo";

    public Start(@Nullable String workspace, boolean sample, boolean demo) {
        this(workspace, sample, demo, null);
    }
}
