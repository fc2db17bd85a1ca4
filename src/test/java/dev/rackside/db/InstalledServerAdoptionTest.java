package dev.rackside.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.server.LocalServer;
import dev.rackside.server.Tuning;
import java.sql.SQLException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The same tables on the server of the distribution, which is of an older series than the bundled one. */
class InstalledServerAdoptionTest {

    @Test
    void anOlderServerHoldsTheSameTablesAndIsAdoptedTheSame() throws SQLException {
        ExistingMsp.assumeThere();
        var program = TestServer.installed();
        Assumptions.assumeTrue(program.isPresent(), "no mariadbd is installed");
        var folder = TestFolders.fresh("installed-server");
        try (var server = LocalServer.open(folder, program.get(), Tuning.THROWAWAY)) {
            var fresh = schema(server, "fresh");
            Migrations.of(Sources.of(fresh)).migrate();
            try (var connection = fresh.connect()) {
                assertThat(ShapeLines.of(ShapeReader.read(connection))).isEqualTo(ShapeLines.of(Shape.known()));
            }
            var existing = schema(server, "existing");
            try (var connection = existing.connect(); var statement = connection.createStatement()) {
                for (var sql : ExistingMsp.statements()) {
                    statement.execute(sql);
                }
            }
            LosslessAdoption.of(existing, Sources.of(existing));
        } finally {
            TestFolders.delete(folder);
        }
    }

    private static TestServer.Schema schema(LocalServer server, String name) throws SQLException {
        var url = "jdbc:mariadb://" + LocalServer.HOST + ":" + server.port() + "/";
        var admin = new TestServer.Schema(url + "?sslMode=disable", server.admin().user(), server.admin().password(),
                "");
        try (var connection = admin.connect(); var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return new TestServer.Schema(url + name + "?sslMode=disable", admin.user(), admin.password(), name);
    }
}
