package dev.rackside.backup.notice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server's key with a certificate that it signed itself.
 *
 * @param certificate as a PEM file
 */
public record TlsKeys(SSLContext context, Path certificate) {

    private static final String PASSWORD = "changeit";

    /** @param names what the certificate is for, as {@code dns:localhost} */
    public static TlsKeys make(Path folder, String names) throws Exception {
        Files.createDirectories(folder);
        var store = folder.resolve("store.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(List.of(keytool, "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname",
                "CN=server", "-ext", "san=" + names, "-storetype", "PKCS12", "-keystore", store.toString(),
                "-storepass", PASSWORD, "-validity", "30")).inheritIO().start();
        if (made.waitFor() != 0) {
            throw new IOException("keytool " + made.exitValue());
        }
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        return new TlsKeys(context(keys), Files.writeString(folder.resolve("certificate.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(keys.getCertificate("server").getEncoded())
                        + "\n-----END CERTIFICATE-----\n")
                .toAbsolutePath());
    }

    private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
