package dev.rackside.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version as the build wrote it. */
final class BuildVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[]{"Rackside " + number()};
    }

    static String number() {
        var properties = new Properties();
        try (var in = Objects.requireNonNull(BuildVersion.class.getResourceAsStream("build.properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
