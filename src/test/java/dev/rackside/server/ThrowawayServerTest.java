package dev.rackside.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.db.TestFolders;
import dev.rackside.db.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThrowawayServerTest {

    private Path folder = Path.of("");

    @BeforeEach
    void make() throws IOException {
        folder = TestFolders.fresh("throwaway-servers");
        Files.createDirectories(folder);
    }

    @AfterEach
    void delete() {
        TestFolders.delete(folder);
    }

    @Test
    void f26WhatAKilledProofLeftIsEndedAndDeletedAndNothingElse() throws IOException, InterruptedException {
        var left = folder.resolve("throwaway-left");
        var other = Files.createDirectories(folder.resolve("a workspace of somebody"));
        try (var owner = ServerOwner.of(left); var used = start()) {
            assertThat(owner.says()).isEqualTo("open");
            assertThat(ThrowawayServer.clear(folder)).as("both are at work").isZero();
            owner.kill();
            var pid = Long.parseLong(Files.readString(left.resolve("run").resolve("server.pid")).strip());
            var orphan = ProcessHandle.of(pid).orElseThrow();
            assertThat(ServerProcess.running(orphan)).isTrue();

            assertThat(ThrowawayServer.clear(folder)).isEqualTo(1);
            assertThat(ServerProcess.running(orphan)).isFalse();
            assertThat(left).doesNotExist();
            assertThat(other).exists();
            assertThat(used.server().isAlive()).isTrue();
        }
        assertThat(folder).isDirectoryNotContaining("glob:**throwaway-*");
    }

    private ThrowawayServer start() {
        return ThrowawayServer.start(folder, TestServer.program(), Tuning.THROWAWAY);
    }
}
