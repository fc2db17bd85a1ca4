package dev.rackside.backup.notice;

import dev.rackside.backup.BackupAlert.Kind;
import dev.rackside.fault.Rules;
import dev.rackside.fault.Violation;
import dev.rackside.text.Coded;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By which server mail is sent, from whom and to whom; the password is not among it.
 *
 * @param account null where the server asks for none
 * @param recipients with commas between them
 * @param certificate the path of a PEM file with an authority to trust beside the usual ones; null for those alone
 * @param failed whether failures are told
 * @param overdue whether it is told that a backup didn't come
 * @param back whether it is told that what was wrong is well again
 */
public record MailDraft(@Nullable String host, @Nullable Integer port, Coded<MailSecurity> security,
        @Nullable String account, @Nullable String sender, @Nullable String recipients, @Nullable String certificate,
        @Nullable Boolean failed, @Nullable Boolean overdue, @Nullable Boolean back) {

    private static final int LONGEST = 255;
    private static final int LONGEST_RECIPIENTS = 2_000;
    private static final int LONGEST_PATH = 1_000;
    private static final int LARGEST_PORT = 65_535;
    private static final int USUAL_PORT = 587;
    /** A name or an address; nothing that means something elsewhere. */
    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}._:\\[\\]-]+");
    private static final Pattern ADDRESS = Pattern
            .compile("[^\\s\\p{Cntrl}<>,;:\"()\\[\\]]+@[^\\s\\p{Cntrl}<>,;:\"()]+");

    /** What new settings start from. */
    public static MailDraft blank() {
        return new MailDraft(null, USUAL_PORT, Coded.of(MailSecurity.STARTTLS), null, null, null, null, true, true,
                true);
    }

    public List<Violation> violations() {
        return new Rules().required("host", host).atMost("host", host, LONGEST)
                .that(host == null || host.isBlank() || HOST.matcher(host.strip()).matches(), "host",
                        "notice.rule.host")
                .required("port", port).between("port", port, 1, LARGEST_PORT)
                .required("security", security.text())
                .that(security.text() == null || security.known() != null, "security", "rule.unknown-value",
                        String.valueOf(security.text()))
                .atMost("account", account, LONGEST)
                .that(account == null || account.chars().noneMatch(Character::isISOControl), "account",
                        "notice.rule.account")
                .required("sender", sender).atMost("sender", sender, LONGEST)
                .that(sender == null || sender.isBlank() || isAddress(sender.strip()), "sender",
                        "notice.rule.address")
                .required("recipients", recipients).atMost("recipients", recipients, LONGEST_RECIPIENTS)
                .that(recipients == null || recipients.isBlank()
                        || split(recipients).stream().allMatch(MailDraft::isAddress), "recipients",
                        "notice.rule.address")
                .atMost("certificate", certificate, LONGEST_PATH)
                .that(certificate == null || isPath(certificate), "certificate", "notice.rule.certificate")
                .violations();
    }

    private static boolean isAddress(String text) {
        try {
            return ADDRESS.matcher(text).matches() && new InternetAddress(text, true).getAddress().equals(text);
        } catch (AddressException _) {
            return false;
        }
    }

    private static boolean isPath(String text) {
        try {
            return Path.of(text.strip()).isAbsolute();
        } catch (InvalidPathException _) {
            return false;
        }
    }

    /** Each recipient alone. */
    public List<String> each() {
        return split(recipients == null ? "" : recipients);
    }

    private static List<String> split(String addresses) {
        return Pattern.compile(",").splitAsStream(addresses).map(String::strip).filter(one -> !one.isEmpty()).toList();
    }

    boolean wants(Kind kind) {
        return Boolean.TRUE.equals(switch (kind) {
            case FAILED -> failed;
            case OVERDUE -> overdue;
            case BACK -> back;
        });
    }
}
