package dev.rackside.backup.proof;

import dev.rackside.backup.BackupDetail;
import dev.rackside.backup.BackupFilter;
import dev.rackside.backup.BackupPeriod;
import dev.rackside.backup.BackupRow;
import dev.rackside.backup.BackupService;
import dev.rackside.backup.Grade;
import dev.rackside.backup.proof.RestoreProof.Backup;
import dev.rackside.backup.proof.RestoreProof.Figures;
import dev.rackside.backup.proof.RestoreProof.Scope;
import dev.rackside.backup.proof.RestoreProof.Signer;
import dev.rackside.credential.ProofSigning;
import dev.rackside.db.Database;
import dev.rackside.fault.Problem;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Position;
import dev.rackside.text.Coded;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The door to proofs of restore: gathers what a database says of its backups, and has it signed. */
public final class RestoreProofs {

    private static final int PAGE = 200;
    private static final Order OLDEST_FIRST = Order.by("started");

    private final Database database;
    private final BackupService backups;
    private final ProofSigning signing;
    private final String program;

    /** @param program the version of this program, which stands in the proofs */
    public RestoreProofs(Database database, ProofSigning signing, String program) {
        this.database = database;
        backups = new BackupService(database);
        this.signing = signing;
        this.program = program;
    }

    /**
     * A signed proof of all backups that were begun in a time.
     *
     * @param workspace the name by which people know the database
     * @param person who signs, by their name
     * @throws Problem VAULT_LOCKED
     */
    public SignedProof of(BackupPeriod period, String workspace, String person) {
        var keys = signing.signer();
        var now = database.read(Database::serverClock);
        var end = period.until().isBefore(now) ? period.until() : now;
        var all = all(period);
        var address = database.address();
        var proof = new RestoreProof(RestoreProof.FORMAT, RestoreProof.KIND, now, program,
                new Scope(workspace, address.database(), address.hostList()), period.from(), period.until(),
                figures(all, period.from(), end, before(period.from())),
                all.stream().map(RestoreProofs::backup).toList(),
                new Signer(keys.technician(), keys.version(), person, HexFormat.of().formatHex(keys.ed25519()),
                        HexFormat.of().formatHex(keys.x25519()), keys.fingerprint(), keys.words()));
        return SignedProof.sign(proof, signing::sign);
    }

    private List<BackupDetail> all(BackupPeriod period) {
        var rows = backups.list(BackupFilter.ALL.started(period));
        var found = new ArrayList<BackupDetail>();
        Position position = new Position.Start();
        while (true) {
            var page = rows.page(new PageRequest(OLDEST_FIRST, position, PAGE));
            page.rows().forEach(row -> found.add(backups.detail(row.id())));
            var last = page.last();
            if (last == null || page.rows().size() < PAGE) {
                return found;
            }
            position = new Position.After(last);
        }
    }

    /** When the newest proved backup before a moment was begun. */
    private @Nullable Instant before(Instant moment) {
        var rows = backups.list(BackupFilter.ALL.grades(Set.of(Grade.PROVED.name()))
                .started(new BackupPeriod(Instant.EPOCH.plusSeconds(1), moment)))
                .page(PageRequest.start(BackupService.DEFAULT_ORDER, 1)).rows();
        return rows.isEmpty() ? null : rows.getFirst().startedAt();
    }

    static Figures figures(List<BackupDetail> all, Instant from, Instant end, @Nullable Instant before) {
        var proved = all.stream().filter(each -> each.row().grade() == Grade.PROVED).map(each -> each.row().startedAt())
                .filter(Objects::nonNull).sorted().toList();
        var failed = (int) all.stream().map(BackupDetail::row).filter(BackupRow::bad).count();
        var newest = proved.isEmpty() ? before : proved.getLast();
        var restores = all.stream().filter(each -> each.row().grade().compareTo(Grade.RESTORED) >= 0)
                .map(each -> each.report().duration()).filter(Objects::nonNull).map(Duration::toMillis).sorted()
                .toList();
        return new Figures(all.size(), proved.size(), all.size() - proved.size() - failed, failed,
                newest == null ? null : Long.valueOf(longest(proved, from, end, before)), newest,
                newest == null ? null : Long.valueOf(Math.max(0, Duration.between(newest, end).toMillis())),
                restores.isEmpty() ? null : restores.getLast(),
                restores.isEmpty() ? null : restores.get(restores.size() / 2));
    }

    /** The longest time within the period for which the newest proved backup was older and older. */
    private static long longest(List<Instant> proved, Instant from, Instant end, @Nullable Instant before) {
        var last = before == null ? from : before;
        var longest = 0L;
        for (var each : proved) {
            longest = Math.max(longest, Duration.between(last, each).toMillis());
            last = each;
        }
        return Math.max(longest, Duration.between(last, end).toMillis());
    }

    private static Backup backup(BackupDetail detail) {
        var row = detail.row();
        var report = detail.report();
        return new Backup(row.id(), row.type().text(), row.startedAt(), row.completedAt(), name(row.filePath()),
                row.sizeBytes(), detail.sha256(), Boolean.TRUE.equals(detail.encrypted()), row.outcome().text(),
                row.grade().name().toLowerCase(Locale.ROOT), report.level() == null
                        ? report.levelText()
                        : Coded.code(report.level()),
                row.reasonCode(), detail.takenBy(), detail.workstation(), detail.toolVersion(), report.checkedAt(),
                report.serverVersion(), report.duration() == null ? null : Long.valueOf(report.duration().toMillis()),
                report.tables().size(), report.rows(), report.differences().size());
    }

    /** Rows of other programs may hold any text. */
    private static String name(@Nullable String path) {
        try {
            var name = path == null ? null : Path.of(path).getFileName();
            return name == null ? "" : name.toString();
        } catch (InvalidPathException _) {
            return String.valueOf(path);
        }
    }
}
