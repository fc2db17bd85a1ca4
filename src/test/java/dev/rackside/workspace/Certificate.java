package dev.rackside.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** A server's key and the certificate that goes with it, as PEM files. */
record Certificate(Path key, Path certificate) {

    private static final String PASSWORD = "changeit";

    /** @param names what the certificate is for, as {@code dns:localhost} */
    static Certificate make(Path folder, String names)
            throws IOException, InterruptedException, GeneralSecurityException {
        Files.createDirectories(folder);
        var store = folder.resolve("store.p12");
        Files.deleteIfExists(store);
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(List.of(keytool, "-genkeypair", "-alias", "server", "-keyalg", "RSA", "-dname",
                "CN=server", "-ext", "san=" + names, "-storetype", "PKCS12", "-keystore", store.toString(),
                "-storepass", PASSWORD, "-validity", "30")).inheritIO().start();
        if (made.waitFor() != 0) {
            throw new IOException("keytool " + made.exitValue());
        }
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        return new Certificate(
                pem(folder.resolve("key.pem"), "PRIVATE KEY",
                        keys.getKey("server", PASSWORD.toCharArray()).getEncoded()),
                pem(folder.resolve("certificate.pem"), "CERTIFICATE", keys.getCertificate("server").getEncoded()));
    }

    private static Path pem(Path file, String kind, byte[] content) throws IOException {
        return Files
                .writeString(file, "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(content)
                        + "\n-----END " + kind + "-----\n")
                .toAbsolutePath();
    }
}
