package dev.rackside.backup.notice;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.integration.Authorities;
import dev.rackside.text.Messages;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** Hands a letter to a mail server, over TLS with its certificate checked, and within a minute or so. */
final class Smtp {

    private static final Duration CONNECTING = Duration.ofSeconds(15);
    private static final Duration ANSWERING = Duration.ofSeconds(20);

    private final MailDraft settings;
    private final Duration answering;

    /** @param settings break no rule */
    Smtp(MailDraft settings) {
        this(settings, ANSWERING);
    }

    /** @param answering how long the server may take for each answer */
    Smtp(MailDraft settings, Duration answering) {
        this.settings = settings;
        this.answering = answering;
    }

    /**
     * Sends it to all recipients that the server takes.
     *
     * @param password null where there is no account; not changed
     * @throws Problem NOTICE_NOT_DELIVERED where nobody was sent it
     */
    Receipt send(Letter letter, char @Nullable [] password) {
        var session = Session.getInstance(properties());
        try (var transport = new SMTPTransport(session, null)) {
            // The library knows passwords as text alone.
            transport.connect(settings.host(), Objects.requireNonNull(settings.port()), settings.account(),
                    password == null ? null : new String(password));
            var message = message(session, letter);
            try {
                transport.sendMessage(message, message.getAllRecipients());
                return new Receipt(SmtpWords.answer(transport.getLastServerResponse(), password), null);
            } catch (SendFailedException e) {
                var reached = e.getValidSentAddresses();
                if (reached == null || reached.length == 0) {
                    throw e;
                }
                return new Receipt(SmtpWords.answer(transport.getLastServerResponse(), password),
                        Messages.get("notice.mail.not-all", SmtpWords.refused(e)));
            }
        } catch (MessagingException e) {
            throw new Problem(ErrorCode.NOTICE_NOT_DELIVERED, e, NoticeWords.channel(Channel.MAIL),
                    SmtpWords.why(e, settings, password));
        }
    }

    private Properties properties() {
        var properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", Long.toString(CONNECTING.toMillis()));
        properties.put("mail.smtp.timeout", Long.toString(answering.toMillis()));
        properties.put("mail.smtp.writetimeout", Long.toString(answering.toMillis()));
        properties.put("mail.smtp.auth", Boolean.toString(settings.account() != null));
        properties.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        // One recipient who is gone doesn't keep the others from hearing of it.
        properties.put("mail.smtp.sendpartial", "true");
        var straight = settings.security().known() == MailSecurity.TLS;
        properties.put("mail.smtp.ssl.enable", Boolean.toString(straight));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(!straight));
        properties.put("mail.smtp.starttls.required", Boolean.toString(!straight));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        var certificate = settings.certificate();
        if (certificate != null) {
            try {
                properties.put("mail.smtp.ssl.socketFactory",
                        Authorities.trusting(Files.readString(Path.of(certificate.strip()))).getSocketFactory());
            } catch (IOException | GeneralSecurityException e) {
                throw new Problem(ErrorCode.CERTIFICATE_UNREADABLE, e, certificate);
            }
        }
        return properties;
    }

    private MimeMessage message(Session session, Letter letter) throws MessagingException {
        var sender = String.valueOf(settings.sender()).strip();
        var message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                // The same for each try, so that a mail that comes twice is shown once.
                setHeader("Message-ID", "<rackside-" + letter.id() + sender.substring(sender.lastIndexOf('@')) + ">");
            }
        };
        message.setFrom(new InternetAddress(sender, true));
        for (var recipient : settings.each()) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient, true));
        }
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(letter.when()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setText(letter.text(), StandardCharsets.UTF_8.name());
        message.saveChanges();
        return message;
    }
}
