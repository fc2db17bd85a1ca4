package dev.rackside.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the program is, and what it runs on.
 *
 * @param version of Rackside
 * @param build the commit it was built from
 * @param java version and maker of the Java runtime
 * @param javafx the version of JavaFX
 * @param system the operating system
 * @param server the version of the database server; null where no workspace is open
 * @param libraries what the program is made of
 */
public record About(String version, String build, String java, String javafx, String system, @Nullable String server,
        List<Library> libraries) {}
