package dev.rackside.backup.agent;

import dev.rackside.server.DiskTrouble;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** A file that the system reads. It is there whole or not at all. */
final class ServiceFile {

    private ServiceFile() {
    }

    static void write(Path file, String text, Charset charset) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            var next = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(next, text, charset);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw DiskTrouble.of(e, file);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw DiskTrouble.of(e, file);
        }
    }

    /** Text between tags or in an attribute. */
    static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
