package dev.rackside.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version and the commit, as the build wrote them. */
public final class BuildVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[]{sentence()};
    }

    /** What {@code --version} says. */
    static String sentence() {
        return "Rackside " + number();
    }

    public static String number() {
        return property("version");
    }

    /** The commit that it was built from, with its day; "unknown" where the build had no repository. */
    public static String commit() {
        var commit = property("commit");
        return commit.startsWith("$") ? "unknown" : commit + ", " + property("day");
    }

    private static String property(String name) {
        var properties = new Properties();
        try (var in = Objects.requireNonNull(BuildVersion.class.getResourceAsStream("build.properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty(name, "unknown");
    }
}
