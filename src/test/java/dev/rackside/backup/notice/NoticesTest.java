package dev.rackside.backup.notice;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.rackside.access.AccessService;
import dev.rackside.backup.BackupService;
import dev.rackside.credential.CredentialService;
import dev.rackside.credential.SealedCredentials;
import dev.rackside.credential.Secrets.Place;
import dev.rackside.db.TestDatabase;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.fault.Problem;
import dev.rackside.integration.ExchangeService;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.integration.Outside;
import dev.rackside.text.Coded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notices on a real database, by a mail server that speaks TLS and a hook that answers as Zapier's do. */
class NoticesTest {

    private static final String PASSWORD = "geheimes Wort 0815";
    private static final String PATH = "/hooks/catch/4711/geheim0815/";

    private static TestDatabase test;
    private static Outside outside;
    private static WireMockServer hook;
    private static TlsKeys keys;

    @TempDir
    private Path folder;
    @SuppressWarnings("NullAway.Init")
    private MailServer mail;

    @BeforeAll
    static void start(@TempDir Path keyFolder) throws Exception {
        test = TestDatabase.migrated("notices", List.of(BackupService.ENTITIES, AccessService.ENTITIES,
                CredentialService.ENTITIES, ExchangeService.ENTITIES));
        outside = new Outside(test.database(), () -> "kim");
        hook = new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
        hook.start();
        keys = TlsKeys.make(keyFolder, "dns:localhost");
    }

    @AfterAll
    static void stop() {
        hook.stop();
        outside.close();
        test.close();
    }

    @BeforeEach
    void again() throws IOException {
        hook.resetAll();
        hook.stubFor(any(anyUrl()).willReturn(aResponse().withBody("{\"status\": \"success\"}")));
        mail = MailServer.startTls(keys);
        test.outside("delete from backup_notices", "delete from external_integrations", "delete from backup_log",
                "delete from backup_schedules");
    }

    @AfterEach
    void end() {
        mail.close();
    }

    @Test
    void twoWorkstationsThatLookAtOnceSendOneMail() throws Exception {
        var crowd = new ArrayList<Callable<Look>>();
        for (var station = 1; station <= 4; station++) {
            var notices = mailing("WS-" + station);
            crowd.add(notices::look);
        }
        failed("daily");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var looks = threads.invokeAll(crowd);
            var sent = 0;
            for (var look : looks) {
                sent += look.get().sent();
            }
            assertThat(sent).isEqualTo(1);
        }
        assertThat(mail.mails()).singleElement().asString().contains("Subject: Backup failed: Desk",
                "The last backup (Daily) failed. The disk was full.");
        assertThat(rows("concat_ws(' ', kind, channel, status, attempts)")).isEqualTo("failed mail sent 1");
    }

    @Test
    void whatIsInOrderAgainIsToldOnceAndNothingIsToldTwice() {
        var notices = mailing("WS-1");
        failed("daily");
        assertThat(notices.look().sent()).isEqualTo(1);
        assertThat(mailing("WS-2").look().sent()).isZero();
        good("daily");
        assertThat(mailing("WS-2").look().sent()).isEqualTo(1);
        assertThat(notices.look().sent()).isZero();
        good("daily");
        assertThat(notices.look().sent()).isZero();
        assertThat(mail.mails()).hasSize(2);
        assertThat(mail.mails().getLast()).contains("Subject: Backups are back: Desk", "Nothing needs to be done");
    }

    @Test
    void whatFailedBetweenTwoLooksIsToldAndWhatRetentionRemovedIsNot() {
        var notices = mailing("WS-1");
        failed("daily");
        good("daily");
        test.outside("insert into backup_log (id, backup_type, file_path, backup_started_at, outcome, reason_code, "
                + "verification_status, taken_by) values (uuid(), 'weekly', '/b', utc_timestamp(6) - interval 1 hour, "
                + "'succeeded', 'pruned', 'failed', 'kim'), (uuid(), 'monthly', '/b', "
                + "utc_timestamp(6) - interval 40 day, 'failed', null, 'not_verified', 'kim')");
        assertThat(notices.look().sent()).isEqualTo(1);
        assertThat(mail.mails()).singleElement().asString().contains("A backup (Daily) of ");
        assertThat(notices.look().sent()).isZero();
    }

    @Test
    void aServerThatIsDownIsVisibleAndTheNoticeComesLater() throws IOException {
        var notices = mailing("WS-1");
        failed("daily");
        mail.close();
        var look = notices.look();
        assertThat(look.sent()).isZero();
        assertThat(look.undelivered()).singleElement().satisfies(delivery -> {
            assertThat(delivery.failure()).contains("does not answer");
            assertThat(delivery.workstation()).isEqualTo("WS-1");
            assertThat(delivery.nextAttempt()).isNotNull();
        });
        assertThat(notices.look().sent()).as("not before its time").isZero();
        assertThat(rows("attempts")).isEqualTo("1");

        var before = mail;
        mail = before.again();
        test.outside("update backup_notices set next_attempt_at = utc_timestamp(6) - interval 1 second");
        // Another one may do it, once.
        assertThat(mailing("WS-2").look().sent()).isEqualTo(1);
        assertThat(notices.look()).isEqualTo(new Look(0, List.of()));
        assertThat(mail.mails()).hasSize(1);
        assertThat(rows("concat_ws(' ', status, attempts, workstation)")).isEqualTo("sent 2 WS-2");
    }

    @Test
    void aServerThatRefusesIsTriedLessAndLessOftenAndThenOnlyWhenAPersonSaysSo() {
        assertThat(Notices.again(1)).isEqualTo(Duration.ofMinutes(2));
        assertThat(Notices.again(3)).isEqualTo(Duration.ofMinutes(8));
        assertThat(Notices.again(20)).isEqualTo(Duration.ofHours(1));
        assertThat(Notices.again(28)).isNull();

        var notices = mailing("WS-1");
        failed("daily");
        mail.refusing(true);
        notices.look();
        test.outside("update backup_notices set attempts = 27, next_attempt_at = utc_timestamp(6)");
        assertThat(notices.look().undelivered()).singleElement().satisfies(delivery -> {
            assertThat(delivery.failure()).contains("451 4.7.1 not now");
            assertThat(delivery.nextAttempt()).as("given up, and still seen").isNull();
        });
        assertThat(notices.look().undelivered()).hasSize(1);
        mail.refusing(false);
        assertThat(notices.again()).isEqualTo(new Look(1, List.of()));
    }

    @Test
    void whatAProgramThatEndedLeftIsSentByAnother() {
        failed("daily");
        test.outside("insert into backup_notices (id, kind, subject, channel, sentence, workstation, claimed_until) "
                + "values (uuid(), 'failed', concat('backup:', (select id from backup_log)), 'mail', 'It failed.', "
                + "'WS-9', utc_timestamp(6) + interval 1 minute)");
        assertThat(mailing("WS-1").look().sent()).as("it may still be sending").isZero();
        test.outside("update backup_notices set claimed_until = utc_timestamp(6) - interval 1 second");
        assertThat(mailing("WS-1").look().sent()).isEqualTo(1);
        assertThat(mail.mails()).hasSize(1);
    }

    @Test
    void overdueIsToldAndOnlyWhatIsChosen() {
        var notices = notices("WS-1", true);
        notices.mail(draft(null, false, true, false), Optional.empty());
        failed("daily");
        test.outside("insert into backup_schedules (id, name, backup_type, cron_expression, time_zone, "
                + "target_directory, is_enabled, next_run_at, missed_after_minutes) values (uuid(), 'Nightly', 'daily', "
                + "'0 0 2 * * *', 'UTC', '/b', 1, utc_timestamp(6) - interval 3 hour, 60)");
        assertThat(notices.look().sent()).isEqualTo(1);
        assertThat(mail.mails()).singleElement().asString().contains("Backup overdue: Desk",
                "Nightly is overdue: no backup came in time.");
        assertThat(notices.look().sent()).isZero();
    }

    @Test
    void theHookIsToldByTheVaultAndByTheKeyringWhereThatIsLocked(@TempDir Path pins) {
        var address = "http://127.0.0.1:" + hook.port() + PATH;
        try (var sealed = new SealedCredentials(test, pins)) {
            sealed.put(ExchangeSystem.ZAPIER, null, null, "{\"ownNetwork\": true}", Map.of(Place.HOOK, address));
            var notices = new Notices(test.database(), home("WS-1", new FakeKeychain(true)), outside,
                    sealed.signIns());
            notices.zapier(new HookDraft(true, true, true, true), Optional.empty());
            failed("daily");
            assertThat(notices.look().sent()).isEqualTo(1);
            assertThat(hook.getAllServeEvents().getFirst().getRequest().getBodyAsString()).contains(
                    "\"kind\":\"failed\"", "The disk was full", "\"workspace\":\"Desk\"", "idempotency_key");

            sealed.vault().lock();
            failed("weekly");
            var look = notices.look();
            assertThat(look.sent()).isZero();
            assertThat(look.undelivered()).singleElement().satisfies(
                    delivery -> assertThat(delivery.failure()).containsIgnoringCase("vault"));
            assertThat(notices.zapier(new HookDraft(true, true, true, true), Optional.of(address.toCharArray())))
                    .isTrue();
            assertThat(notices.again()).isEqualTo(new Look(1, List.of()));
        } finally {
            test.outside("delete from integration_credentials");
        }
        assertThat(test.ask("select group_concat(concat_ws(' ', request_data, response_data, external_url)) "
                + "from external_integrations")).contains("failed").doesNotContain("geheim0815", "catch/4711");
        assertThat(test.ask("select count(distinct external_id) from external_integrations")).isEqualTo("2");
    }

    @Test
    void noSecretIsInAFileATableOrALetter() throws IOException {
        mail.wants("kim", PASSWORD);
        var notices = notices("WS-1", true);
        assertThat(notices.mail(draft("kim", true, true, true), Optional.of(PASSWORD.toCharArray()))).isTrue();
        assertThat(notices.zapier(HookDraft.blank(), Optional.of(("https://hooks.zapier.example" + PATH)
                .toCharArray()))).isTrue();
        failed("daily");
        notices.look();
        assertThat(mail.mails()).singleElement().asString().doesNotContain(PASSWORD, "geheim0815");
        assertThat(Files.readString(folder.resolve("notices.json"))).contains("kim@example.com")
                .doesNotContain(PASSWORD, "geheim0815");
        assertThat(rows("concat_ws(' ', sentence, failure)")).doesNotContain(PASSWORD, "geheim0815");
    }

    @Test
    void aPasswordThatCanNotBeKeptIsHeldWhileTheProgramRunsAndThenMissedAloud() {
        mail.wants("kim", PASSWORD);
        var notices = notices("WS-1", false);
        assertThat(notices.mail(draft("kim", true, true, true), Optional.of(PASSWORD.toCharArray())))
                .as("it doesn't outlast the program").isFalse();
        assertThat(notices.test(Channel.MAIL).answer()).startsWith("250 2.0.0");
        failed("daily");
        assertThat(notices("WS-1", false).look().undelivered()).singleElement().satisfies(delivery -> assertThat(
                delivery.failure()).isEqualTo("the password of the mail account isn't known on WS-1"));
    }

    @Test
    void aTestSaysWhatTheServerAnsweredAndIsInNoTable() {
        var notices = mailing("WS-1");
        assertThat(notices.test(Channel.MAIL)).isEqualTo(new Receipt("250 2.0.0 queued as 4711", null));
        assertThat(mail.mails()).singleElement().asString().contains("Test of notices: Desk", "This is a test.");
        assertThat(notices.newest(10)).isEmpty();
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> notices.test(Channel.ZAPIER))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.CHANNEL_OFF));
    }

    @Test
    void whatIsOffSendsNothingAndForgetsItsSecret() {
        var notices = notices("WS-1", true);
        notices.mail(draft("kim", true, true, true), Optional.of(PASSWORD.toCharArray()));
        assertThat(notices.secretKnown(Channel.MAIL)).isTrue();
        notices.off(Channel.MAIL);
        assertThat(notices.secretKnown(Channel.MAIL)).isFalse();
        failed("daily");
        assertThat(notices.look()).isEqualTo(new Look(0, List.of()));
        assertThat(mail.commands()).isEmpty();
        assertThatExceptionOfType(InvalidDraft.class)
                .isThrownBy(() -> notices.mail(MailDraft.blank(), Optional.empty()));
    }

    private Notices mailing(String station) {
        var notices = notices(station, true);
        notices.mail(draft(null, true, true, true), Optional.empty());
        return notices;
    }

    private Notices notices(String station, boolean keyring) {
        return new Notices(test.database(), home(station, new FakeKeychain(keyring)), outside, null);
    }

    private NoticeHome home(String station, FakeKeychain keychain) {
        return new NoticeHome("Desk", station, folder, keychain);
    }

    private MailDraft draft(@Nullable String account, boolean failed, boolean overdue, boolean back) {
        return new MailDraft("localhost", mail.port(), Coded.of(MailSecurity.STARTTLS), account,
                "rackside@example.com", "kim@example.com", keys.certificate().toString(), failed, overdue, back);
    }

    private static void failed(String type) {
        run(type, "'failed', 'disk_full'", "'not_verified', null");
    }

    private static void good(String type) {
        run(type, "'succeeded', null", "'passed', '{\"level\": \"compare\"}'");
    }

    private static void run(String type, String outcome, String verification) {
        test.outside("insert into backup_log (id, backup_type, file_path, backup_started_at, backup_completed_at, "
                + "outcome, reason_code, verification_status, verification_details, taken_by, updated_at) values "
                + "(uuid(), '" + type + "', '/b', utc_timestamp(6), utc_timestamp(6), " + outcome + ", " + verification
                + ", 'kim', utc_timestamp(6))");
    }

    private static @Nullable String rows(String column) {
        return test.ask("select group_concat(" + column + " order by created_at separator ' | ') "
                + "from backup_notices");
    }
}
