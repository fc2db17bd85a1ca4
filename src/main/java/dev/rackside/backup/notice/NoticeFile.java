package dev.rackside.backup.notice;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.server.DiskTrouble;
import dev.rackside.server.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The settings of notices, in {@code notices.json} of what this workstation keeps of a workspace; without secrets. */
final class NoticeFile {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;

    NoticeFile(Path folder) {
        file = folder.resolve("notices.json");
    }

    /** @throws Problem WORKSPACE_DAMAGED where the file can't be read; it is left as it is */
    NoticeSettings read() {
        if (!Files.exists(file)) {
            return NoticeSettings.NONE;
        }
        try {
            return JSON.readValue(Files.readString(file), NoticeSettings.class);
        } catch (IOException | JacksonException e) {
            throw new Problem(ErrorCode.WORKSPACE_DAMAGED, e, file);
        }
    }

    /** @throws Problem NOT_WRITABLE, DISK_FULL */
    void write(NoticeSettings settings) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            OwnerOnly.write(file, JSON.writeValueAsString(settings));
        } catch (IOException e) {
            throw DiskTrouble.of(e, file);
        }
    }
}
