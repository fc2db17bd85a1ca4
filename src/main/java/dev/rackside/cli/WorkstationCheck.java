package dev.rackside.cli;

import dev.rackside.cli.Report.Grade;
import dev.rackside.fault.Problem;
import dev.rackside.server.ServerProgram;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Looks at this workstation: what Rackside needs to run here at all. */
final class WorkstationCheck {

    private static final int JAVA = 25;
    private static final long MIB = 1024 * 1024;
    /** Below this a local server may not be able to go on. */
    private static final long TOO_LITTLE = 256 * MIB;
    private static final long LITTLE = 2048 * MIB;

    private final Places places;
    private final Report report;
    private final Terminal terminal;

    WorkstationCheck(Places places, Report report, Terminal terminal) {
        this.places = places;
        this.report = report;
        this.terminal = terminal;
    }

    void run() {
        var java = Runtime.version();
        report.add(java.feature() >= JAVA ? Grade.OK : Grade.FAIL, "java", java.feature() >= JAVA ? "fits" : "old",
                java.toString(), JAVA);
        display();
        folders();
        disk();
    }

    private void display() {
        try {
            Display.require();
            report.add(Grade.OK, "display", "there");
        } catch (Problem e) {
            // Every other command works without.
            report.add(Grade.WARN, "display", e);
        }
    }

    private void folders() {
        var blocked = List.of(places.data(), places.config(), places.cache(), places.logs()).stream()
                .filter(folder -> !Files.isWritable(existing(folder)) || !Files.isDirectory(existing(folder))).toList();
        if (blocked.isEmpty()) {
            report.add(Grade.OK, "folders", "writable", places.data(), places.config());
        }
        blocked.forEach(folder -> report.add(Grade.FAIL, "folders", "blocked", folder));
    }

    private void disk() {
        try {
            var free = Files.getFileStore(existing(places.data())).getUsableSpace();
            var grade = free < TOO_LITTLE ? Grade.FAIL : free < LITTLE ? Grade.WARN : Grade.OK;
            report.add(grade, "disk", grade == Grade.OK ? "enough" : "little", free / MIB, places.data());
        } catch (IOException e) {
            report.add(Grade.WARN, "disk", "unknown", places.data(), String.valueOf(e.getMessage()));
        }
    }

    /** Finds the program that runs local workspaces; unpacks the bundled one the first time. */
    Optional<ServerProgram> server(Grade whenMissing) {
        terminal.progress("cli.doctor.looking-for-server");
        try {
            var program = ServerProgram.find(places.cache().resolve("server"));
            report.add(Grade.OK, "program", "there", program.version().toString(), program.daemon());
            return Optional.of(program);
        } catch (Problem e) {
            report.add(whenMissing, "program", e);
            return Optional.empty();
        }
    }

    /** Whether the file of workspaces can be read. */
    boolean workspaces(Workspaces workspaces) {
        try {
            report.add(Grade.OK, "workspaces", "readable", workspaces.all().size());
            return true;
        } catch (Problem e) {
            report.add(Grade.FAIL, "workspaces", e);
            return false;
        }
    }

    /** The folder, or the nearest one above it that is there already. */
    private static Path existing(Path folder) {
        var found = folder.toAbsolutePath();
        while (!Files.exists(found) && found.getParent() != null) {
            found = found.getParent();
        }
        return found;
    }
}
