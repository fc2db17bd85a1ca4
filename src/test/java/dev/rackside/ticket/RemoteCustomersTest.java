package dev.rackside.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rackside.access.AccessService;
import dev.rackside.client.ClientService;
import dev.rackside.credential.CredentialService;
import dev.rackside.credential.SealedCredentials;
import dev.rackside.db.TestDatabase;
import dev.rackside.demo.DemoTicket;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.integration.ExchangeService;
import dev.rackside.integration.Outside;
import dev.rackside.session.SessionService;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Customers of ticket systems are fetched to be mapped. */
class RemoteCustomersTest {

    private static TestDatabase test;
    private static SealedCredentials credentials;
    private static Outside outside;

    @BeforeAll
    static void start(@TempDir Path folder) {
        test = TestDatabase.migrated("customers",
                List.of(CredentialService.ENTITIES, AccessService.ENTITIES, ExchangeService.ENTITIES,
                        ClientService.ENTITIES, SessionService.ENTITIES, TicketService.ENTITIES));
        credentials = new SealedCredentials(test, folder);
        outside = new Outside(test.database(), () -> "kim");
    }

    @AfterAll
    static void stop() {
        outside.close();
        credentials.close();
        test.close();
    }

    @BeforeEach
    void again() {
        test.outside("delete from integration_credentials", "delete from integration_mappings");
    }

    private static RemoteCustomers customers(Vendor vendor) {
        return new RemoteCustomers(test.database(),
                new RemoteTickets(credentials.signIns(), List.of(vendor.gateway(outside))));
    }

    @ParameterizedTest
    @EnumSource
    void allPagesAreNotedAndWhatSomebodySaidStays(Vendor vendor) {
        // More than two of the largest pages that a system gives.
        var many = vendor == Vendor.SYNCRO ? 60 : 1100;
        var owner = UUID.randomUUID();
        test.outside("insert into clients (id, name, type) values ('" + owner + "', 'Customer', 'msp_client')");
        try (var stub = vendor.stub()) {
            stub.start();
            vendor.credential(credentials, stub);
            stub.add(IntStream.range(0, many).mapToObj(at -> new DemoTicket(String.valueOf(at + 1),
                    String.valueOf(at + 1), "x", "New", "Customer number " + at, Instant.now())).toList());
            var told = customers(vendor).fetch(() -> false);

            assertThat(told).as("ids of a stub may meet").isBetween(many - 5, many);
            assertThat(test.ask("select count(*) from integration_mappings where external_kind = 'customer' "
                    + "and client_id is null")).isEqualTo(String.valueOf(told));
            test.outside(
                    "update integration_mappings set client_id = '" + owner + "', external_name = 'before' limit 1");
            customers(vendor).fetch(() -> false);
            assertThat(test.ask("select external_name from integration_mappings where client_id is not null"))
                    .asString().startsWith("Customer number ");
            assertThat(test.ask("select count(*) from integration_mappings")).isEqualTo(String.valueOf(told));
        } finally {
            test.outside("delete from clients");
        }
    }

    @Test
    void withoutACredentialItIsSaidSo() {
        assertThatThrownBy(() -> customers(Vendor.AUTOTASK).fetch(() -> false)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo(ErrorCode.NO_CREDENTIAL));
    }

    @Test
    void whoCancelsKeepsWhatWasNoted() {
        try (var stub = Vendor.SYNCRO.stub()) {
            stub.start();
            Vendor.SYNCRO.credential(credentials, stub);
            stub.add(Vendor.SYNCRO.tickets());

            assertThat(customers(Vendor.SYNCRO).fetch(() -> true)).isZero();
        }
    }
}
