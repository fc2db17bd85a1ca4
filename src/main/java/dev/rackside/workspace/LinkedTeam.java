package dev.rackside.workspace;

import dev.rackside.db.DatabaseAddress.Host;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A team's settings as a link says them, for a person to look at before anything is sent there.
 *
 * @param draft what the form is filled with; its name is one that no workspace here has
 * @param hosts where a password would go, each with its port
 * @param trusted the certificates that would be trusted there beside none else; empty for the platform's authorities
 */
public record LinkedTeam(TeamDraft draft, List<String> hosts, List<Trusted> trusted) {

    private static final int SHORT_NAME = 16;

    public LinkedTeam {
        hosts = List.copyOf(hosts);
        trusted = List.copyOf(trusted);
    }

    /**
     * A certificate as people compare it.
     *
     * @param subject whose it says it is
     * @param fingerprint SHA-256, two digits and a colon each
     */
    public record Trusted(String subject, String fingerprint) {}

    /**
     * Makes ready what a link says. A certificate is put into a file of this workstation's own, since workspaces name
     * theirs by a file; nothing trusts it before a workspace names it.
     *
     * @throws Problem NOT_WRITABLE
     */
    public static LinkedTeam of(WorkspaceLink.Team link, Workspaces workspaces) {
        var certificates = link.certificates();
        var hosts = link.hosts().stream().map(Host::toString).toList();
        var draft = new TeamDraft(unused(link.name(), workspaces), String.join(", ", hosts), link.database(), "",
                certificates == null ? null : kept(certificates, workspaces.certificates()).toString());
        return new LinkedTeam(draft, hosts, certificates == null
                ? List.of()
                : Pem.certificates(certificates).stream()
                        .map(each -> new Trusted(each.getSubjectX500Principal().getName(), fingerprint(each)))
                        .toList());
    }

    /** A name that is taken would replace that workspace. */
    private static String unused(String name, Workspaces workspaces) {
        var found = name;
        for (var number = 2; workspaces.named(found).isPresent(); number++) {
            var behind = " (" + number + ")";
            var most = name.offsetByCodePoints(0, Math.min(name.codePointCount(0, name.length()),
                    LocalDraft.LONGEST_NAME - behind.length()));
            found = name.substring(0, most).strip() + behind;
        }
        return found;
    }

    private static Path kept(String certificates, Path folder) {
        var file = folder.resolve(sha256(certificates.getBytes(StandardCharsets.UTF_8)).substring(0, SHORT_NAME)
                + ".pem");
        try {
            Files.createDirectories(folder);
            return Files.writeString(file, certificates);
        } catch (IOException e) {
            throw new Problem(ErrorCode.NOT_WRITABLE, e, file);
        }
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return sha256(certificate.getEncoded()).toUpperCase(Locale.ROOT).replaceAll("..(?=.)", "$0:");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
