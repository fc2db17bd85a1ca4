package dev.rackside.backup.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rackside.Naughty;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.row.DraftRecord;
import dev.rackside.text.Coded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NoticeFileTest {

    private static final MailDraft MAIL = new MailDraft("smtp.example.com", 465, Coded.of(MailSecurity.TLS), "kim",
            "rackside@example.com", "kim@example.com", null, true, false, true);

    @TempDir
    private Path folder;

    @Test
    void everyTextIsKeptToTheLetterOrRefused() {
        assertThat(MAIL.violations()).isEmpty();
        var type = new DraftRecord<>(MailDraft.class);
        var file = new NoticeFile(folder);
        for (var component : List.of("host", "account", "sender", "recipients", "certificate")) {
            for (var string : Naughty.strings()) {
                var values = type.values(MAIL);
                values.put(component, string);
                var draft = type.make(values);
                if (draft.violations().isEmpty()) {
                    var settings = new NoticeSettings(draft, Instant.EPOCH, HookDraft.blank(), Instant.EPOCH);
                    file.write(settings);
                    assertThat(file.read()).as(component + " " + string).isEqualTo(settings);
                    assertThat(draft.each()).noneMatch(each -> each.contains("\n") || each.contains("\r"));
                }
            }
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseReadsTheFileAndADamagedOneIsSaidSo() throws IOException {
        var file = new NoticeFile(folder);
        assertThat(file.read()).isEqualTo(NoticeSettings.NONE);
        file.write(new NoticeSettings(MAIL, Instant.EPOCH, null, null));
        var written = folder.resolve("notices.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written))).isEqualTo("rw-------");
        Files.writeString(written, "{\"mail\": 7");
        assertThatExceptionOfType(Problem.class).isThrownBy(file::read)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.WORKSPACE_DAMAGED));
        assertThat(written).hasContent("{\"mail\": 7");
    }
}
