package dev.rackside.insight;

import dev.rackside.access.AccessService;
import dev.rackside.access.Role;
import dev.rackside.access.Who;
import dev.rackside.client.ClientService;
import dev.rackside.db.TestDatabase;
import dev.rackside.failure.FailureService;
import dev.rackside.infrastructure.MachineService;
import dev.rackside.row.Choice;
import dev.rackside.session.SessionService;
import dev.rackside.tag.TagService;
import dev.rackside.text.Coded;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two clients with machines, and insights that tests write to their liking. */
public final class InsightRows {

    public static final List<Set<Class<?>>> ROOMS = List.of(ClientService.ENTITIES, MachineService.ENTITIES,
            TagService.ENTITIES, SessionService.ENTITIES, FailureService.ENTITIES, InsightService.ENTITIES,
            AccessService.ENTITIES);

    public static final Choice AGAVE = new Choice(id(1), "Agave Orthopedics");
    public static final Choice COPPER = new Choice(id(2), "Copper Construction");
    public static final Choice AGAVE_APP = new Choice(id(11), "AGAVE-APP09");
    public static final Choice COPPER_DC = new Choice(id(12), "COPPER-DC03");
    public static final Choice NOBODYS = new Choice(id(13), "LOST-NAS");
    public static final Choice PATTERN = new Choice(id(21), "Get-LocalUser");
    public static final Who MARA = new Who(null, "mara.ellis", "Mara Ellis", Coded.of(Role.TECHNICIAN));

    private InsightRows() {
    }

    public static UUID id(int number) {
        return UUID.fromString("00000000-0000-7000-8000-%012d".formatted(number));
    }

    /** The parents: clients, machines with tags, a failure pattern. */
    public static TestDatabase database(String name) {
        var test = TestDatabase.migrated(name, ROOMS);
        test.outside("""
                INSERT INTO clients (id, name, type) VALUES
                ('%s', 'Agave Orthopedics', 'msp_client'), ('%s', 'Copper Construction', 'msp_client')"""
                .formatted(AGAVE.id(), COPPER.id()),
                """
                INSERT INTO infrastructure (id, client_id, hostname, asset_type, ip_address) VALUES
                ('%s', '%s', 'AGAVE-APP09', 'virtual_machine', '10.4.0.9'),
                ('%s', '%s', 'COPPER-DC03', 'domain_controller', NULL), ('%s', NULL, 'LOST-NAS', 'nas_storage', NULL)"""
                        .formatted(AGAVE_APP.id(), AGAVE.id(), COPPER_DC.id(), COPPER.id(), NOBODYS.id()),
                """
                INSERT INTO tags (id, name) VALUES ('%s', 'legacy'), ('%s', 'hipaa')""".formatted(id(31), id(32)), """
                INSERT INTO infrastructure_tags VALUES ('%s', '%s'), ('%s', '%s'), ('%s', '%s')"""
                        .formatted(AGAVE_APP.id(), id(31), AGAVE_APP.id(), id(32), COPPER_DC.id(), id(31)),
                """
                INSERT INTO failure_patterns (id, pattern_type, pattern_signature, root_cause, recommended_solution)
                VALUES ('%s', 'version_mismatch', 'Get-LocalUser', 'It came with PowerShell 5.1', 'Use net user')"""
                        .formatted(PATTERN.id()));
        return test;
    }

    /** A valid draft. */
    public static InsightDraft draft(@Nullable Choice client, @Nullable Choice machine, String title) {
        return new InsightDraft(client == null ? null : client.id(), machine == null ? null : machine.id(),
                Coded.of(InsightCategory.PERMISSIONS), title, "Some *words*", Commands.of(List.of("whoami /all")),
                Coded.of(Confidence.LIKELY), 5, null);
    }
}
