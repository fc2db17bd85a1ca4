package dev.rackside.backup.notice;

import dev.rackside.integration.Neutral;
import dev.rackside.text.Messages;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/** Why a mail server took no mail, in words that may be shown and kept. */
final class SmtpWords {

    private static final int LONGEST = 300;
    /** What a server that refuses an account may give back: name and password as they were sent. */
    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/]{12,}=*");

    private SmtpWords() {
    }

    static String why(MessagingException thrown, MailDraft settings, char @Nullable [] password) {
        var server = settings.host() + ":" + settings.port();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case AuthenticationFailedException _ -> {
                    return Messages.get("notice.mail.sign-in", server,
                            ENCODED.matcher(answer(thrown.getMessage(), password)).replaceAll("***"));
                }
                case UnknownHostException _ -> {
                    return Messages.get("notice.mail.unknown-host", String.valueOf(settings.host()));
                }
                case SSLException _ -> {
                    return Messages.get("notice.mail.tls", server);
                }
                case SocketTimeoutException _ -> {
                    return Messages.get("notice.mail.slow", server);
                }
                default -> {
                    // The next one may say more.
                }
            }
        }
        if (thrown instanceof MailConnectException) {
            return Messages.get("notice.mail.unreachable", server);
        }
        return thrown instanceof SendFailedException refused && !refused(refused).isEmpty()
                ? Messages.get("notice.mail.nobody", refused(refused), answer(deepest(thrown), password))
                : Messages.get("notice.mail.refused", server, answer(thrown.getMessage(), password));
    }

    private static @Nullable String deepest(MessagingException thrown) {
        var deepest = thrown;
        while (deepest.getNextException() instanceof MessagingException next) {
            deepest = next;
        }
        return deepest.getMessage();
    }

    /** Whom the server doesn't take mail for. */
    static String refused(SendFailedException thrown) {
        return Stream.of(thrown.getInvalidAddresses(), thrown.getValidUnsentAddresses()).filter(Objects::nonNull)
                .flatMap(Arrays::stream).map(Address::toString).map(Neutral::line).collect(Collectors.joining(", "));
    }

    /** What a server said, as one line; without the password, should it give that back. */
    static String answer(@Nullable String words, char @Nullable [] password) {
        var line = Neutral.line(words == null ? "" : words);
        if (password != null && password.length > 0) {
            line = line.replace(new String(password), "***");
        }
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
