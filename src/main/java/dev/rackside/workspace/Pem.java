package dev.rackside.workspace;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Certificates as text. What else stands in such a text is passed over. */
final class Pem {

    private static final int MOST = 16;
    private static final Pattern BLOCK = Pattern
            .compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");

    private Pem() {
    }

    /** The certificates of a text; none where one of them can't be read, or where there are far too many. */
    static List<X509Certificate> certificates(String text) {
        var found = new ArrayList<X509Certificate>();
        var blocks = BLOCK.matcher(text);
        try {
            var factory = CertificateFactory.getInstance("X.509");
            while (blocks.find()) {
                var bytes = Base64.getMimeDecoder().decode(blocks.group(1));
                if (factory.generateCertificate(new ByteArrayInputStream(bytes)) instanceof X509Certificate made) {
                    found.add(made);
                }
            }
        } catch (CertificateException | IllegalArgumentException _) {
            return List.of();
        }
        return found.size() > MOST ? List.of() : found;
    }

    /** Just the certificates. */
    static String text(List<X509Certificate> certificates) {
        var text = new StringBuilder();
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        for (var certificate : certificates) {
            try {
                text.append("-----BEGIN CERTIFICATE-----\n").append(lines.encodeToString(certificate.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException(e);
            }
        }
        return text.toString();
    }
}
