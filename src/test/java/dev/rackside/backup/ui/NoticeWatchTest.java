package dev.rackside.backup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.backup.BackupService;
import dev.rackside.backup.notice.MailDraft;
import dev.rackside.backup.notice.MailSecurity;
import dev.rackside.backup.notice.SomeNotices;
import dev.rackside.db.TestDatabase;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Background;
import dev.rackside.text.Coded;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What can't be delivered outside the window is said in it. */
class NoticeWatchTest {

    @Test
    void whatIsNotDeliveredIsSaidOnce() throws Exception {
        try (var test = TestDatabase.migrated("notice_watch", List.of(BackupService.ENTITIES))) {
            var notices = SomeNotices.of(test);
            var said = new ArrayList<Problem>();
            var watch = new NoticeWatch(notices, Background.direct(), said::add);
            watch.look();
            assertThat(said).isEmpty();

            notices.mail(new MailDraft("localhost", free(), Coded.of(MailSecurity.STARTTLS), null,
                    "rackside@example.com", "kim@example.com", null, true, true, true), Optional.empty());
            fail(test);
            watch.look();
            assertThat(said).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo(ErrorCode.NOTICE_NOT_DELIVERED);
                assertThat(problem.arguments()).first().isEqualTo("mail");
                assertThat(problem.arguments().getLast()).endsWith("does not answer");
            });
            watch.look();
            assertThat(said).hasSize(1);
            fail(test);
            watch.look();
            assertThat(said).hasSize(2);
        }
    }

    private static int free() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void fail(TestDatabase test) {
        test.outside("insert into backup_log (id, backup_type, file_path, backup_started_at, backup_completed_at, "
                + "outcome, reason_code, verification_status, taken_by, updated_at) values (uuid(), 'daily', '/b', "
                + "utc_timestamp(6), utc_timestamp(6), 'failed', 'disk_full', 'not_verified', 'kim', "
                + "utc_timestamp(6))");
    }
}
