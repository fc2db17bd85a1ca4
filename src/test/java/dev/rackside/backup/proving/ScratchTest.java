package dev.rackside.backup.proving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rackside.db.DatabaseAddress;
import dev.rackside.db.TestServer;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.server.LocalServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScratchTest {

    @Test
    void f26NothingIsEverRestoredIntoTheSourceHoweverItIsCalled() throws SQLException {
        for (var name : List.of("source", "verify_source")) {
            var schema = TestServer.shared().newSchema(name);
            var source = new DatabaseAddress(
                    List.of(new DatabaseAddress.Host(LocalServer.HOST, TestServer.shared().port())), schema.name(),
                    schema.user(), DatabaseAddress.Transport.LOOPBACK);
            var elsewhere = new DatabaseAddress(List.of(new DatabaseAddress.Host("db", 3306)), "other", "x",
                    DatabaseAddress.Transport.VERIFIED_TLS);
            try (var connection = schema.connect()) {
                for (var said : List.of(source, elsewhere)) {
                    assertThatThrownBy(() -> Scratch.refuse(connection, said, Path.of("target", "nowhere")))
                            .isInstanceOfSatisfying(Problem.class,
                                    problem -> assertThat(problem.code()).isEqualTo(ErrorCode.PROOF_TARGET_REFUSED));
                }
            }
        }
    }
}
