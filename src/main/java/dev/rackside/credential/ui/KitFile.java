package dev.rackside.credential.ui;

import dev.rackside.credential.VaultKits;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Age;
import dev.rackside.text.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/** The recovery kit as a file to be printed and put away: a page where its name ends in {@code .pdf}, a text otherwise. */
final class KitFile {

    static final String PDF = ".pdf";

    private KitFile() {
    }

    /**
     * Readable by its owner alone, where the file system knows that; nowhere else.
     *
     * @throws Problem NOT_WRITABLE
     */
    static void write(Path file, String text, VaultKits.Label label) {
        try {
            Files.deleteIfExists(file);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(
                        "rw-------")));
            }
            try (var out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                if (file.toString().toLowerCase(Locale.ROOT).endsWith(PDF)) {
                    KitPdf.write(out, text, label);
                } else {
                    out.write(Messages.get("vault.kit.page", text, label.vault(), Age.here().full(label.madeAt()))
                            .getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new Problem(ErrorCode.NOT_WRITABLE, e, file);
        }
    }
}
