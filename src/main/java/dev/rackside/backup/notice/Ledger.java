package dev.rackside.backup.notice;

import dev.rackside.backup.BackupAlert;
import dev.rackside.backup.notice.Delivery.State;
import dev.rackside.db.Database;
import dev.rackside.db.Ids;
import dev.rackside.text.Coded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * The table of notices, by which of several workstations exactly one sends each. What one has claimed and doesn't
 * settle in time, another takes over; only the latest claim settles as failed.
 */
final class Ledger {

    /** Longer than any attempt takes. */
    static final Duration CLAIM = Duration.ofMinutes(5);
    /** What is older is neither looked at for what came back nor tried again. */
    private static final int DAYS = 90;

    private static final String CLAIMED = """
            insert ignore into backup_notices (id, kind, subject, channel, sentence, workstation, claimed_until,
                created_at)
            values (:id, :kind, :subject, :channel, :sentence, :workstation,
                utc_timestamp(6) + interval :seconds second, utc_timestamp(6))""";
    private static final String DUE = """
            select id, kind, subject, sentence, attempts from backup_notices
            where channel = :channel and created_at > utc_timestamp(6) - interval :days day
                and ((status = 'failed' and next_attempt_at <= utc_timestamp(6))
                    or (status = 'sending' and claimed_until < utc_timestamp(6)))
            order by created_at, id""";
    private static final String TAKE = """
            update backup_notices set status = 'sending', workstation = :workstation, attempts = attempts + 1,
                claimed_until = utc_timestamp(6) + interval :seconds second, created_at = created_at
            where id = :id and attempts = :attempts and status <> 'sent'""";
    private static final String SENT = """
            update backup_notices set status = 'sent', sent_at = utc_timestamp(6), next_attempt_at = null,
                claimed_until = null, failure = :lacking, created_at = created_at
            where id = :id""";
    private static final String FAILED = """
            update backup_notices set status = 'failed', failure = :failure, claimed_until = null,
                next_attempt_at = case when :seconds < 0 then null
                    else utc_timestamp(6) + interval :seconds second end, created_at = created_at
            where id = :id and attempts = :attempts and status = 'sending'""";
    private static final String AGAIN = """
            update backup_notices set next_attempt_at = utc_timestamp(6), created_at = created_at
            where status = 'failed'""";
    private static final String TOLD = """
            select subject, kind from backup_notices
            where channel = :channel and created_at > utc_timestamp(6) - interval :days day
            order by created_at, id""";
    private static final String NEWEST = """
            select id, kind, subject, channel, sentence, status, workstation, attempts,
                date_format(created_at, '%Y-%m-%dT%H:%i:%s.%fZ'), date_format(sent_at, '%Y-%m-%dT%H:%i:%s.%fZ'),
                date_format(next_attempt_at, '%Y-%m-%dT%H:%i:%s.%fZ'), failure
            from backup_notices order by created_at desc, id desc""";

    private final Database database;
    private final String workstation;

    Ledger(Database database, String workstation) {
        this.database = database;
        this.workstation = workstation;
    }

    /** What was told by a channel. */
    record Told(String subject, BackupAlert.Kind kind) {}

    /** The notice, where it is ours to send; empty where somebody claimed it before. */
    Optional<Notice> claim(BackupAlert alert, Channel channel) {
        var id = Ids.next();
        var ours = database.write(session -> session.createNativeMutationQuery(CLAIMED)
                .setParameter("id", id.toString()).setParameter("kind", Coded.code(alert.kind()))
                .setParameter("subject", alert.subject()).setParameter("channel", Coded.code(channel))
                .setParameter("sentence", alert.sentence()).setParameter("workstation", workstation)
                .setParameter("seconds", CLAIM.toSeconds()).executeUpdate() == 1,
                session -> isThere(session, id), true);
        return ours ? Optional.of(new Notice(id, alert, 1)) : Optional.empty();
    }

    private static boolean isThere(StatelessSession session, UUID id) {
        return session.createNativeQuery("select 1 from backup_notices where id = :id", Integer.class)
                .setParameter("id", id.toString()).getSingleResultOrNull() != null;
    }

    /** What is to be tried again, or was left by a program that ended; each is ours now. */
    List<Notice> takeDue(Channel channel) {
        var due = database.read(session -> session.createNativeQuery(DUE, Object[].class)
                .setParameter("channel", Coded.code(channel)).setParameter("days", DAYS).getResultList());
        var taken = new ArrayList<Notice>();
        for (var row : due) {
            var id = UUID.fromString((String) row[0]);
            var attempts = ((Number) row[4]).intValue();
            var ours = database.write(session -> session.createNativeMutationQuery(TAKE)
                    .setParameter("workstation", workstation).setParameter("seconds", CLAIM.toSeconds())
                    .setParameter("id", id.toString()).setParameter("attempts", attempts).executeUpdate()) == 1;
            if (ours) {
                taken.add(new Notice(id, new BackupAlert(kind(row[1]), (String) row[2], (String) row[3]),
                        attempts + 1));
            }
        }
        return taken;
    }

    /** @param lacking what wasn't done all the same; null for nothing */
    void sent(Notice notice, @Nullable String lacking) {
        database.write(session -> session.createNativeMutationQuery(SENT).setParameter("lacking", lacking, String.class)
                .setParameter("id", notice.id().toString()).executeUpdate());
    }

    /** @param again when to try again; null for never */
    void failed(Notice notice, String words, @Nullable Duration again) {
        database.write(session -> session.createNativeMutationQuery(FAILED).setParameter("failure", words)
                .setParameter("seconds", again == null ? -1 : again.toSeconds())
                .setParameter("id", notice.id().toString()).setParameter("attempts", notice.attempt())
                .executeUpdate());
    }

    /** What wasn't delivered is due now. */
    void again() {
        database.write(session -> session.createNativeMutationQuery(AGAIN).executeUpdate());
    }

    /** What was told by a channel, the oldest first. */
    List<Told> told(Channel channel) {
        return database.read(session -> session.createNativeQuery(TOLD, Object[].class)
                .setParameter("channel", Coded.code(channel)).setParameter("days", DAYS).getResultList()).stream()
                .map(row -> new Told((String) row[0], kind(row[1]))).toList();
    }

    /** The newest notices of all channels and workstations, the newest first. */
    List<Delivery> newest(int most) {
        return database.read(session -> session.createNativeQuery(NEWEST, Object[].class).setMaxResults(most)
                .getResultList()).stream().map(Ledger::delivery).toList();
    }

    private static Delivery delivery(Object[] row) {
        return new Delivery(UUID.fromString((String) row[0]),
                new BackupAlert(kind(row[1]), (String) row[2], (String) row[4]),
                Channel.valueOf(code(row[3])), State.valueOf(code(row[5])), (String) row[6],
                ((Number) row[7]).intValue(), Instant.parse((String) row[8]), moment(row[9]), moment(row[10]),
                (String) row[11]);
    }

    private static @Nullable Instant moment(@Nullable Object text) {
        return text == null ? null : Instant.parse((String) text);
    }

    private static BackupAlert.Kind kind(Object code) {
        return BackupAlert.Kind.valueOf(code(code));
    }

    private static String code(Object code) {
        return ((String) code).toUpperCase(Locale.ROOT);
    }
}
