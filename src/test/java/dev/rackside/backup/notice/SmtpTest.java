package dev.rackside.backup.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rackside.backup.BackupAlert;
import dev.rackside.backup.BackupAlert.Kind;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.fault.Violation;
import dev.rackside.text.Coded;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail to a server that speaks TLS as real ones do. */
class SmtpTest {

    private static final UUID ID = new UUID(7, 11);
    private static final String PASSWORD = "vertrauliches Wort";

    private static TlsKeys keys;
    private static TlsKeys others;

    @BeforeAll
    static void keys(@TempDir Path folder) throws Exception {
        // The folder goes when the class is done.
        keys = TlsKeys.make(folder.resolve("own"), "dns:localhost");
        others = TlsKeys.make(folder.resolve("other"), "dns:mail.example");
    }

    @Test
    void aNoticeSaysWhatHappenedWhereAndWhatToDo() throws IOException {
        try (var server = MailServer.startTls(keys)) {
            var receipt = new Smtp(mail(server.port(), keys, null)).send(letter("Desk", "It failed."), null);
            assertThat(receipt.answer()).isEqualTo("250 2.0.0 queued as 4711");
            assertThat(receipt.lacking()).isNull();
            assertThat(server.commands()).contains("STARTTLS", "MAIL FROM:<rackside@example.com>",
                    "RCPT TO:<kim@example.com>", "RCPT TO:<mara@example.com>");
            assertThat(server.mails()).singleElement().asString().contains("Subject: Backup failed: Desk",
                    "From: rackside@example.com", "Message-ID: <rackside-" + ID + "@example.com>",
                    "Auto-Submitted: auto-generated", "It failed.", "Workspace: Desk", "Database: msp on db",
                    "Workstation that noticed: WS-1", "Noticed: 2026-11-29 02:30 UTC", "Open Backups in Rackside");
        }
    }

    @Test
    void tlsFromTheFirstByteAndAnAccountWork() throws IOException {
        try (var server = MailServer.straightTls(keys)) {
            server.wants("kim", PASSWORD);
            new Smtp(new MailDraft("localhost", server.port(), Coded.of(MailSecurity.TLS), "kim",
                    "rackside@example.com", "kim@example.com", keys.certificate().toString(), true, true, true))
                    .send(letter("Desk", "It failed."), PASSWORD.toCharArray());
            assertThat(server.mails()).hasSize(1);
            assertThat(server.commands()).doesNotContain("STARTTLS");
        }
    }

    @Test
    void whatTheServerSaysOfAWrongPasswordDoesNotHoldIt() throws IOException {
        try (var server = MailServer.startTls(keys)) {
            server.wants("kim", "another");
            refused(mail(server.port(), keys, "kim"), "does not let the mail account in", "535 5.7.8");
            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void nothingIsSaidToAServerWithoutTlsOrWithAnotherCertificate() throws IOException {
        try (var server = MailServer.startTls(keys)) {
            server.withoutTls();
            refused(mail(server.port(), keys, null), "STARTTLS");
            assertThat(server.commands()).noneMatch(line -> line.startsWith("MAIL"));
        }
        try (var server = MailServer.startTls(others)) {
            refused(mail(server.port(), keys, null), "certificate that is not trusted");
            refused(mail(server.port(), others, null), "certificate that is not trusted or is for another name");
            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void oneRecipientWhoIsGoneDoesNotKeepTheOthersFromHearing() throws IOException {
        try (var server = MailServer.startTls(keys)) {
            var receipt = new Smtp(to(server.port(), "gone@example.com, kim@example.com")).send(
                    letter("Desk", "It failed."), null);
            assertThat(receipt.lacking()).isEqualTo("Not to gone@example.com: the server refused.");
            assertThat(server.mails()).hasSize(1);
            refused(to(server.port(), "gone@example.com"), "takes no mail for gone@example.com", "no such box");
        }
    }

    @Test
    void aServerThatIsAwayIsSaidSo() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        refused(mail(free, keys, null), "localhost:" + free + " does not answer");
    }

    @Test
    void aServerThatTakesTheCallAndSaysNothingIsNotWaitedFor() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var smtp = new Smtp(mail(silent.getLocalPort(), keys, null), Duration.ofMillis(300));
            assertThatExceptionOfType(Problem.class).isThrownBy(() -> smtp.send(letter("Desk", "It failed."), null))
                    .satisfies(problem -> assertThat(problem.arguments().getLast()).contains("did not answer in time"));
        }
    }

    @Test
    void namesCannotBringHeadersOrRecipientsWithThem() throws IOException {
        var evil = "Desk\r\nBcc: eve@example.com\r\n\r\nHello\nSubject: x \u2028 y";
        try (var server = MailServer.startTls(keys)) {
            new Smtp(mail(server.port(), keys, null)).send(letter(evil, "It failed.\r\n.\r\nMAIL FROM:<x@y>"), null);
            assertThat(server.mails()).singleElement().satisfies(mail -> {
                var head = mail.substring(0, mail.indexOf("\n\n"));
                assertThat(head.lines().filter(line -> !line.startsWith(" ")).map(line -> line.replaceAll(":.*", "")))
                        .containsExactlyInAnyOrder("Date", "From", "To", "Message-ID", "Subject", "MIME-Version",
                                "Content-Type", "Content-Transfer-Encoding", "Auto-Submitted");
            });
            assertThat(server.commands()).noneMatch(line -> line.contains("eve@") || line.contains("x@y"));
        }
        for (var bad : new String[]{"kim@example.com\r\nBcc: eve@example.com", "Kim <kim@example.com>", "kim",
                "kim@example.com\n.example", "a b@example.com"}) {
            assertThat(sender(bad).violations()).as(bad).extracting(Violation::field).contains("sender");
        }
    }

    private static void refused(MailDraft settings, String... words) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> new Smtp(settings).send(letter("Desk", "It failed."), PASSWORD.toCharArray()))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ErrorCode.NOTICE_NOT_DELIVERED);
                    assertThat(problem.arguments().getLast()).contains(words).doesNotContain(PASSWORD);
                    assertThat(problem.arguments().getLast()).doesNotContain(
                            java.util.Base64.getEncoder().encodeToString(("kim\0kim\0" + PASSWORD).getBytes(
                                    java.nio.charset.StandardCharsets.UTF_8)));
                });
    }

    private static Letter letter(String workspace, String sentence) {
        return Letter.of(new Notice(ID, new BackupAlert(Kind.FAILED, "backup:1", sentence), 1),
                new Letter.Scene(dev.rackside.integration.Neutral.line(workspace), "msp on db", "WS-1"),
                Instant.parse("2026-11-29T02:30:00Z"));
    }

    private static MailDraft mail(int port, TlsKeys trusted, @Nullable String account) {
        return new MailDraft("localhost", port, Coded.of(MailSecurity.STARTTLS), account, "rackside@example.com",
                "kim@example.com, mara@example.com", trusted.certificate().toString(), true, true, true);
    }

    private static MailDraft to(int port, String recipients) {
        return new MailDraft("localhost", port, Coded.of(MailSecurity.STARTTLS), null, "rackside@example.com",
                recipients, keys.certificate().toString(), true, true, true);
    }

    private static MailDraft sender(String sender) {
        return new MailDraft("localhost", 25, Coded.of(MailSecurity.STARTTLS), null, sender, "kim@example.com", null,
                true, true, true);
    }
}
