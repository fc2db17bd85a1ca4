package dev.rackside.backup.notice;

import dev.rackside.backup.BackupAlert;
import dev.rackside.db.Database;
import dev.rackside.integration.Neutral;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What a notice says: what happened, on which workspace, what to do. Names of workspaces and schedules are a person's,
 * so each is one line without control characters.
 */
record Letter(UUID id, String kind, String subject, String what, String remedy, Scene scene, Instant when) {

    private static final int LONGEST_SUBJECT = 150;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'")
            .withZone(ZoneOffset.UTC);

    /** Where it happened, and who noticed. */
    record Scene(String workspace, String database, String workstation) {

        static Scene of(String workspace, Database database, String workstation) {
            var address = database.address();
            return new Scene(Neutral.line(workspace),
                    Neutral.line(Messages.get("notice.letter.on", address.database(), address.hostList())),
                    Neutral.line(workstation));
        }
    }

    static Letter of(Notice notice, Scene scene, Instant when) {
        return of(notice.id(), Coded.code(notice.alert().kind()), notice.alert().sentence(), scene, when);
    }

    static Letter test(UUID id, Scene scene, Instant when) {
        return of(id, "test", Messages.get("notice.letter.test"), scene, when);
    }

    private static Letter of(UUID id, String kind, String sentence, Scene scene, Instant when) {
        var subject = Messages.get("notice.subject." + kind, scene.workspace());
        return new Letter(id, kind, subject.length() <= LONGEST_SUBJECT
                ? subject
                : subject.substring(0, subject.offsetByCodePoints(0,
                        Math.min(subject.codePointCount(0, subject.length()), LONGEST_SUBJECT))) + "…",
                Neutral.line(sentence), Messages.get("notice.remedy." + kind), scene, when);
    }

    /** For people, as lines. */
    String text() {
        return String.join("\r\n", what, "", line("workspace", scene.workspace()), line("database", scene.database()),
                line("workstation", scene.workstation()), line("when", MINUTE.format(when)), "", remedy, "",
                Messages.get("notice.letter.why"), "");
    }

    private static String line(String key, String value) {
        return Messages.get("notice.letter." + key, value);
    }

    /** For programs. */
    Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("event", "backup");
        facts.put("kind", kind);
        facts.put("subject", subject);
        facts.put("what", what);
        facts.put("what_to_do", remedy);
        facts.put("workspace", scene.workspace());
        facts.put("database", scene.database());
        facts.put("workstation", scene.workstation());
        facts.put("noticed_at", when.toString());
        facts.put("idempotency_key", id.toString());
        return facts;
    }
}
