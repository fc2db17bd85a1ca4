package dev.rackside.ticket;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.rackside.Naughty;
import dev.rackside.access.AccessService;
import dev.rackside.credential.CredentialService;
import dev.rackside.credential.Finding;
import dev.rackside.credential.Finding.Result;
import dev.rackside.credential.SealedCredentials;
import dev.rackside.db.TestDatabase;
import dev.rackside.demo.AutotaskStub;
import dev.rackside.demo.ConnectWiseStub;
import dev.rackside.demo.SyncroStub;
import dev.rackside.demo.VendorStub;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.integration.ExchangeService;
import dev.rackside.integration.Outside;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** What holds of every vendor's gateway, and what of one alone, against systems that answer as theirs do. */
class TicketGatewayTest {

    private static final Map<Vendor, VendorStub> STUBS = new EnumMap<>(Vendor.class);

    private static TestDatabase test;
    private static SealedCredentials credentials;
    private static Outside outside;

    @BeforeAll
    static void start(@TempDir Path folder) {
        test = TestDatabase.migrated("gateways",
                List.of(CredentialService.ENTITIES, AccessService.ENTITIES, ExchangeService.ENTITIES));
        credentials = new SealedCredentials(test, folder);
        outside = new Outside(test.database(), () -> "kim");
        for (var vendor : Vendor.values()) {
            STUBS.put(vendor, vendor.stub());
        }
    }

    @AfterAll
    static void stop() {
        STUBS.values().forEach(VendorStub::close);
        outside.close();
        credentials.close();
        test.close();
    }

    @BeforeEach
    void again() {
        STUBS.forEach((vendor, stub) -> {
            stub.start();
            stub.clear();
            stub.add(vendor.tickets());
        });
        test.outside("delete from external_integrations");
    }

    private static VendorStub stub(Vendor vendor) {
        return java.util.Objects.requireNonNull(STUBS.get(vendor));
    }

    private static UUID credential(Vendor vendor) {
        return vendor.credential(credentials, stub(vendor));
    }

    private static List<RemoteTicket> find(Vendor vendor, String typed) {
        return credentials.signIns().with(credential(vendor),
                signIn -> vendor.gateway(outside).find(signIn, TicketQuery.of(typed)));
    }

    private static RemoteTicket read(Vendor vendor, String id) {
        return credentials.signIns().with(credential(vendor), signIn -> vendor.gateway(outside).read(signIn, id))
                .orElseThrow();
    }

    private static void refused(ThrowingCallable act, ErrorCode because) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo(because));
    }

    private static void answers(Vendor vendor, ResponseDefinitionBuilder answer) {
        stub(vendor).server().stubFor(any(anyUrl()).atPriority(1).willReturn(answer));
    }

    @ParameterizedTest
    @EnumSource
    void wordsFindTicketsTheNewestFirst(Vendor vendor) {
        var found = find(vendor, "printer jammed");

        assertThat(found).hasSize(TicketGateway.MOST_FOUND);
        assertThat(found.getFirst().subject()).isEqualTo("Printer on floor 0 is jammed");
        assertThat(found.getFirst().id()).isEqualTo("5000");
        assertThat(found.getFirst().customer()).isEqualTo("Brightwater Legal");
        assertThat(found.getFirst().customerId()).isNotBlank();
        assertThat(found.getFirst().url()).startsWith("http://127.0.0.1:").contains("5000");
        assertThat(found).extracting(RemoteTicket::subject).doesNotHaveDuplicates();
        assertThat(find(vendor, "no such words")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void signsOfTheQueryLanguageAreOnlySigns(Vendor vendor) {
        assertThat(find(vendor, "100% \"Room")).extracting(RemoteTicket::id).containsExactly("5120");
        assertThat(find(vendor, "\" or id > 0 or summary like \"")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aNumberFindsItsTicket(Vendor vendor) {
        var number = stub(vendor).ticket("5121").orElseThrow().number();

        assertThat(find(vendor, " " + number + " ")).extracting(RemoteTicket::id).containsExactly("5121");
    }

    @ParameterizedTest
    @EnumSource
    void whatAVendorShowsAsAddressFindsItsTicket(Vendor vendor) {
        var url = read(vendor, "5122").url();
        var query = TicketQuery.of(String.valueOf(url));

        assertThat(query.system()).isEqualTo(vendor.system());
        assertThat(find(vendor, String.valueOf(url))).extracting(RemoteTicket::id).containsExactly("5122");
    }

    @ParameterizedTest
    @EnumSource
    void statusesAreTheirWordsAndOurState(Vendor vendor) {
        assertThat(List.of(0, 1, 2, 3)).allSatisfy(which -> {
            var ticket = read(vendor, String.valueOf(5000 + which));
            assertThat(ticket.status()).isEqualTo(vendor.status(which));
            assertThat(ticket.state()).isEqualTo(List.of(TicketState.OPEN, TicketState.OPEN, TicketState.WAITING,
                    TicketState.CLOSED).get(which));
        });
    }

    @ParameterizedTest
    @EnumSource
    void aTicketThatIsGoneIsNotThere(Vendor vendor) {
        assertThat(credentials.signIns().<java.util.Optional<RemoteTicket>>with(credential(vendor),
                signIn -> vendor.gateway(outside).read(signIn, "999999"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aNoteIsInternalUnlessSaidOtherwise(Vendor vendor) {
        var gateway = vendor.gateway(outside);
        var draft = NoteDraft.internal("5000", null, "Spooler", "Restarted the spooler.\nWatch it.");

        var prepared = credentials.signIns().with(credential(vendor), signIn -> {
            var note = gateway.prepare(signIn, draft);
            gateway.add(signIn, note);
            return note;
        });

        var written = stub(vendor).ticket("5000").orElseThrow().notes();
        assertThat(written).hasSize(1);
        assertThat(written.getFirst()).contains("Restarted the spooler.\\nWatch it.").contains(switch (vendor) {
            case SYNCRO -> "\"hidden\":true,\"do_not_email\":true";
            case AUTOTASK -> "\"publish\":2";
            case CONNECTWISE -> "\"internalAnalysisFlag\":true,\"detailDescriptionFlag\":false,"
                    + "\"resolutionFlag\":false,\"processNotifications\":false";
        });
        assertThat(prepared.shown().replaceAll("\\s", "")).isEqualTo(written.getFirst().replaceAll("\\s", ""));
        assertThat(test.ask("select count(*) from external_integrations where action = 'updated' "
                + "and outcome = 'succeeded' and external_id = '5000'")).isEqualTo("1");
    }

    @ParameterizedTest
    @EnumSource
    void aNoteForTheCustomerSaysSo(Vendor vendor) {
        var gateway = vendor.gateway(outside);
        var draft = new NoteDraft("5000", null, "Done", "It prints again.", NoteDraft.Visibility.CUSTOMER);

        var prepared = credentials.signIns().with(credential(vendor), signIn -> gateway.prepare(signIn, draft));

        assertThat(prepared.shown().replaceAll("\\s", "")).contains(switch (vendor) {
            case SYNCRO -> "\"hidden\":false,\"do_not_email\":false";
            case AUTOTASK -> "\"publish\":1";
            case CONNECTWISE -> "\"detailDescriptionFlag\":true";
        });
    }

    @ParameterizedTest
    @EnumSource
    void whoIsNotLetInIsToldWithTheSystemsWords(Vendor vendor) {
        var spoilt = vendor.credential(credentials, stub(vendor), "x");

        refused(() -> credentials.signIns().with(spoilt,
                signIn -> vendor.gateway(outside).find(signIn, TicketQuery.of("printer"))), ErrorCode.OUTSIDE_SIGN_IN);
    }

    @ParameterizedTest
    @EnumSource
    void aTestTriesEverythingAndSaysWhatItFound(Vendor vendor) {
        var findings = credentials.signIns().with(credential(vendor), signIn -> vendor.gateway(outside).test(signIn));

        var results = findings.stream().collect(Collectors.toMap(Finding::name, Finding::result));
        assertThat(results).containsEntry("sign in", Result.PASSED).containsEntry("read tickets", Result.PASSED)
                .containsEntry("read statuses", Result.PASSED).containsEntry("read customers", Result.PASSED)
                .containsEntry("write note", vendor == Vendor.SYNCRO ? Result.PASSED : Result.NOT_TESTED);
        assertThat(STUBS.get(vendor)).isNotNull();
        assertThat(stub(vendor).ticket("5000").orElseThrow().notes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aTestTellsOneRefusalFromAll(Vendor vendor) {
        stub(vendor).server().stubFor(any(urlMatching("(?i).*(customers|companies).*")).atPriority(1)
                .willReturn(aResponse().withStatus(vendor == Vendor.SYNCRO ? 401 : 403).withBody(
                        "{\"error\":\"Not authorized. Please ask account admin to update your group permissions.\"}")));

        var results = credentials.signIns().with(credential(vendor), signIn -> vendor.gateway(outside).test(signIn))
                .stream().collect(Collectors.toMap(Finding::name, Finding::result));

        assertThat(results).containsEntry("read customers", Result.REFUSED).containsEntry("read tickets",
                Result.PASSED);
    }

    @ParameterizedTest
    @EnumSource
    void aPageInsteadOfDataIsNoSuccess(Vendor vendor) {
        answers(vendor, aResponse().withHeader("Content-Type", "text/html").withBody("<html>Welcome</html>"));

        var findings = credentials.signIns().with(credential(vendor), signIn -> vendor.gateway(outside).test(signIn));

        assertThat(findings).filteredOn(each -> each.name().equals("read tickets")).first()
                .satisfies(each -> assertThat(each.words()).contains("a page instead of data"));
        refused(() -> find(vendor, "printer"), ErrorCode.OUTSIDE_NOT_JSON);
    }

    @ParameterizedTest
    @EnumSource
    void noSecretReachesTheLog(Vendor vendor) {
        find(vendor, "printer");
        credentials.signIns().with(credential(vendor), signIn -> vendor.gateway(outside).test(signIn));

        var rows = test.ask("select group_concat(concat_ws(' ', request_data, response_data, external_url)) "
                + "from external_integrations");
        assertThat(rows).contains("Printer on floor").doesNotContain("4711").doesNotContain("0815")
                .doesNotContain("DEMOAUTOTASK").doesNotContain("DemoPrivate").doesNotContain("demo+api")
                .doesNotContain("demo%2Bapi");
        assertThat(test.ask("select count(*) from external_integrations where outcome <> 'succeeded'"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @EnumSource
    void aSecretThatComesBackAsTextOfATicketIsMasked(Vendor vendor) {
        var secret = switch (vendor) {
            case SYNCRO -> SyncroStub.TOKEN;
            case AUTOTASK -> AutotaskStub.SECRET;
            case CONNECTWISE -> ConnectWiseStub.PRIVATE_KEY;
        };
        stub(vendor).ticket("5000").orElseThrow().rename("Who typed " + secret + " here?");

        assertThat(read(vendor, "5000").subject()).isEqualTo("Who typed •••••• here?");
        assertThat(test.ask("select group_concat(response_data) from external_integrations"))
                .contains("Who typed").doesNotContain(secret);
    }

    @Test
    void whatSignsInToConnectWiseIsMaskedFromTheFirstCallOn() {
        var basic = Base64.getEncoder().encodeToString((ConnectWiseStub.COMPANY + "+" + ConnectWiseStub.PUBLIC_KEY
                + ":" + ConnectWiseStub.PRIVATE_KEY).getBytes(StandardCharsets.UTF_8));
        answers(Vendor.CONNECTWISE, aResponse().withBody("{\"Codebase\": \"v1/\", \"id\": 77, \"summary\": \"x"
                + basic + "y\"}"));

        assertThat(read(Vendor.CONNECTWISE, "77").subject()).isEqualTo("x••••••y");
        assertThat(test.ask("select group_concat(response_data) from external_integrations")).doesNotContain(basic);
    }

    @ParameterizedTest
    @EnumSource
    void namesInAnotherCaseAndNumbersAsTextsAreRead(Vendor vendor) {
        answers(vendor, aResponse().withBody(switch (vendor) {
            case SYNCRO -> "{\"Ticket\": {\"ID\": \"77\", \"Subject\": \"Loud fan\", \"STATUS\": \"New\"}}";
            case AUTOTASK -> "{\"Item\": {\"Id\": \"77\", \"Title\": \"Loud fan\", \"Status\": \"1\"}, \"Fields\": "
                    + "[{\"Name\": \"status\", \"PicklistValues\": [{\"Value\": 1, \"Label\": \"New\"}]}]}";
            case CONNECTWISE -> "{\"CODEBASE\": \"v1\", \"Id\": \"77\", \"Summary\": \"Loud fan\", "
                    + "\"Status\": {\"ID\": \"1\", \"Name\": \"New\"}}";
        }));

        var ticket = read(vendor, "77");

        assertThat(ticket.id()).isEqualTo("77");
        assertThat(ticket.subject()).isEqualTo("Loud fan");
        assertThat(ticket.status()).isEqualTo("New");
    }

    @ParameterizedTest
    @EnumSource
    void aVeryLongSubjectFitsIntoTheLink(Vendor vendor) {
        var draft = find(vendor, "evil").getFirst().linked(UUID.randomUUID(), null, LinkType.RELATED, null);

        assertThat(draft.violations()).isEmpty();
        assertThat(draft.subject()).hasSize(500).endsWith("…");
    }

    /** Syncro takes no more than 180 calls a minute. */
    @ParameterizedTest
    @EnumSource(names = {"AUTOTASK", "CONNECTWISE"})
    void anyTextArrivesAsItIsOrIsRefusedAndAnyTextIsLookedFor(Vendor vendor) {
        var gateway = vendor.gateway(outside);
        var strings = Naughty.strings();
        credentials.signIns().<Boolean>with(credential(vendor), signIn -> {
            var sent = new ArrayList<String>();
            for (var text : strings) {
                var draft = NoteDraft.internal("5000", null, "Note", text);
                if (draft.violations().isEmpty()) {
                    gateway.add(signIn, gateway.prepare(signIn, draft));
                    sent.add(vendor == Vendor.AUTOTASK ? text : "Note\n\n" + text);
                }
            }
            assertThat(sent).hasSizeGreaterThan(400).isEqualTo(written(vendor));
            for (var at = 0; at < strings.size(); at += 5) {
                gateway.find(signIn, TicketQuery.of(strings.get(at)));
            }
            return true;
        });
        assertThat(test.ask("select count(*) from external_integrations where outcome <> 'succeeded'"))
                .isEqualTo("0");
    }

    private static List<String> written(Vendor vendor) {
        return stub(vendor).ticket("5000").orElseThrow().notes().stream()
                .map(note -> JsonMapper.shared().readTree(note))
                .map(note -> note.path(vendor == Vendor.AUTOTASK ? "description" : "text").asString("")).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"error\":\"Customer required field\"} | Customer required field",
            "{\"error\":[\"one\",\"two\"]} | one; two",
            "{\"errors\":\"text\"} | text",
            "{\"errors\":[\"one\"]} | one",
            "{\"errors\":{\"subject\":[\"can't be blank\"]}} | subject: can't be blank",
            "{\"success\":false,\"message\":[\"Body can't be blank\",\"Subject can't be blank\"]} "
                    + "| Body can't be blank; Subject can't be blank",
            "{\"message\":\"Not found\"} | Not found",
            "{\"date\":[\"can't be blank\"]} | date: can't be blank",
            "{\"record\":{\"id\":1}} | HTTP 422"})
    void syncrosManyShapesOfANoAreAllRead(String body, String words) {
        answers(Vendor.SYNCRO, aResponse().withStatus(422).withBody(body));

        assertThatThrownBy(() -> find(Vendor.SYNCRO, "printer")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.OUTSIDE_REFUSED);
            assertThat(problem.arguments().get(1)).isEqualTo(words);
        });
    }

    @Test
    void autotasksNoUnderAYesIsANo() {
        answers(Vendor.AUTOTASK, aResponse().withBody("{\"errors\": [\"Something is missing.\"]}"));

        refused(() -> find(Vendor.AUTOTASK, "printer"), ErrorCode.OUTSIDE_REFUSED);
        assertThat(test.ask("select group_concat(distinct outcome) from external_integrations")).isEqualTo("failed");
    }

    @Test
    void autotasksThreadLimitIsWaitedFor() {
        var server = stub(Vendor.AUTOTASK).server();
        server.stubFor(any(urlMatching("(?i).*/Tickets/query")).atPriority(1).inScenario("threads")
                .whenScenarioStateIs("Started")
                .willReturn(aResponse().withStatus(500).withBody("{\"errors\": [\"Itgenatr005: too many\"]}"))
                .willSetStateTo("free"));

        assertThat(find(Vendor.AUTOTASK, "VPN")).hasSize(1);
        assertThat(test.ask("select count(*) from external_integrations where http_status = 500")).isEqualTo("1");
    }

    @Test
    void connectWisesCodebaseIsAskedForAgainAfterAnUpgrade() {
        var gateway = Vendor.CONNECTWISE.gateway(outside);
        var id = credential(Vendor.CONNECTWISE);
        var server = stub(Vendor.CONNECTWISE).server();
        server.stubFor(any(urlMatching("/login/companyinfo/.*")).atPriority(1)
                .willReturn(aResponse().withBody("{\"Codebase\": \"v2025_9/\"}")));
        server.stubFor(any(urlMatching("/v2025_9/.*")).atPriority(1).willReturn(aResponse().withBody("[]")));
        assertThat(credentials.signIns().<List<RemoteTicket>>with(id,
                signIn -> gateway.find(signIn, TicketQuery.of("VPN")))).isEmpty();

        stub(Vendor.CONNECTWISE).start();

        assertThat(credentials.signIns().<List<RemoteTicket>>with(id,
                signIn -> gateway.find(signIn, TicketQuery.of("VPN")))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"T20240115.0042, AUTOTASK, NUMBER, T20240115.0042", "t20240115.0042, AUTOTASK, NUMBER, T20240115.0042",
            "https://acme.syncromsp.com/tickets/88123, SYNCRO_MSP, ID, 88123",
            "https://acme.syncromsp.com/tickets/88123?tab=1#x, SYNCRO_MSP, ID, 88123",
            "https://ww5.autotask.net/Mvc/ServiceDesk/TicketDetail.mvc?ticketId=40123, AUTOTASK, ID, 40123",
            "https://na.myconnectwise.net/v4_6_release/services/x.rails?service_recid=512&companyName=acme, "
                    + "CONNECTWISE, ID, 512",
            "#4711, , NUMBER, 4711", "4711, , NUMBER, 4711", "printer 4711, , WORDS, printer 4711",
            "https://example.com/, , WORDS, https://example.com/"})
    void whatIsPastedIsRecognised(String typed, TicketSystem system, TicketQuery.Kind kind, String text) {
        assertThat(TicketQuery.of("  " + typed + " ")).isEqualTo(new TicketQuery(system, kind, text));
    }
}
