package dev.rackside;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.rackside.access.PeopleService;
import dev.rackside.access.PersonDraft;
import dev.rackside.access.PersonFilter;
import dev.rackside.access.Role;
import dev.rackside.access.Who;
import dev.rackside.backup.BackupDraft;
import dev.rackside.backup.BackupFilter;
import dev.rackside.backup.BackupService;
import dev.rackside.backup.BackupType;
import dev.rackside.backup.ScheduleDraft;
import dev.rackside.backup.ScheduleService;
import dev.rackside.backup.VerificationStatus;
import dev.rackside.client.ClientDraft;
import dev.rackside.client.ClientFilter;
import dev.rackside.client.ClientService;
import dev.rackside.client.ClientType;
import dev.rackside.credential.CredentialDraft;
import dev.rackside.credential.CredentialService;
import dev.rackside.db.TestDatabase;
import dev.rackside.failure.FailureDraft;
import dev.rackside.failure.FailureFilter;
import dev.rackside.failure.FailureService;
import dev.rackside.failure.PatternType;
import dev.rackside.failure.Severity;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.infrastructure.AssetType;
import dev.rackside.infrastructure.MachineDraft;
import dev.rackside.infrastructure.MachineFilter;
import dev.rackside.infrastructure.MachineService;
import dev.rackside.insight.Commands;
import dev.rackside.insight.Confidence;
import dev.rackside.insight.EvidenceDraft;
import dev.rackside.insight.EvidenceService;
import dev.rackside.insight.InsightCategory;
import dev.rackside.insight.InsightDraft;
import dev.rackside.insight.InsightFilter;
import dev.rackside.insight.InsightService;
import dev.rackside.insight.Outcome;
import dev.rackside.integration.ExchangeFilter;
import dev.rackside.integration.ExchangeService;
import dev.rackside.row.FacetFilter;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Rows;
import dev.rackside.row.Versioned;
import dev.rackside.session.SessionDraft;
import dev.rackside.session.SessionFilter;
import dev.rackside.session.SessionService;
import dev.rackside.session.WorkCategory;
import dev.rackside.session.WorkDraft;
import dev.rackside.session.WorkFilter;
import dev.rackside.session.WorkPriority;
import dev.rackside.session.WorkService;
import dev.rackside.session.WorkStatus;
import dev.rackside.tag.TagCatalogue;
import dev.rackside.tag.TagDraft;
import dev.rackside.tag.TagService;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import dev.rackside.ticket.LinkType;
import dev.rackside.ticket.TicketDraft;
import dev.rackside.ticket.TicketFilter;
import dev.rackside.ticket.TicketService;
import dev.rackside.ticket.TicketState;
import dev.rackside.ticket.TicketSystem;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every naughty string through every text of every draft, and through every search: saved and read back identical, or
 * refused beside its field in words; and what was saved is found again. A new draft is one line in {@link #subjects}.
 */
class NaughtyDraftsTest {

    private static final Who ME = new Who(null, "mara", "mara", Coded.of(Role.ADMINISTRATOR));
    private static final int PAGE = 5;
    /** Counting is the same query as the page; so often it is asked too. */
    private static final int COUNTED = 16;
    /** Held in a file of the workstation, or within another draft: see WorkspacesTest, TeamDraftTest, NoticeFileTest and WorkDraft. */
    private static final Set<String> ELSEWHERE = Set.of("LocalDraft", "TeamDraft", "WorkManyDraft", "NoteDraft",
            "MailDraft", "HookDraft");

    private static TestDatabase test;
    private static List<String> strings;

    /**
     * One kind of row.
     *
     * @param searched the texts that its search looks into
     */
    private record Subject<D extends Record>(Versioned<D> row, Door<D> door, Set<String> searched,
            Function<String, Rows<?>> search, Function<String, Object> facets) {}

    private record Door<D extends Record>(Function<UUID, Versioned<D>> load,
            BiFunction<Versioned<D>, D, Versioned<D>> save) {}

    @BeforeAll
    static void open() {
        strings = Naughty.strings();
        test = TestDatabase.migrated("naughty", List.of(Rooms.ENTITIES));
    }

    @AfterAll
    static void close() {
        if (test != null) {
            test.close();
        }
    }

    private static Map<Class<? extends Record>, Subject<?>> subjects() {
        var database = test.database();
        var subjects = new LinkedHashMap<Class<? extends Record>, Subject<?>>();
        var clients = new ClientService(database);
        var client = clients.create(new ClientDraft("Calder", Coded.of(ClientType.MSP_CLIENT), null, null, null, null,
                true));
        subjects.put(ClientDraft.class, new Subject<>(client, new Door<>(clients::load, clients::save),
                Set.of("name", "domainName", "networkSubnet", "primaryContact", "notes"),
                text -> clients.list(ClientFilter.ALL.withText(text)),
                text -> clients.facets(ClientFilter.ALL.withText(text))));
        var machines = new MachineService(database);
        var machine = machines.create(machine(client.id()));
        subjects.put(MachineDraft.class, new Subject<>(machine, new Door<>(machines::load, machines::save),
                Set.of("hostname"), text -> machines.list(MachineFilter.ALL.withText(text)),
                text -> machines.facets(MachineFilter.ALL.withText(text))));
        var sessions = new SessionService(database);
        var session = sessions.create(SessionDraft.blank(client.id(), "mara", LocalDate.of(2026, 11, 20), now())
                .titled("Visit"));
        subjects.put(SessionDraft.class, new Subject<>(session, new Door<>(sessions::load, sessions::save),
                Set.of("title"), text -> sessions.list(new SessionFilter(text, Set.of(), Set.of(), Set.of(), null)),
                text -> sessions.facets(new SessionFilter(text, Set.of(), Set.of(), Set.of(), null))));
        var work = new WorkService(database);
        subjects.put(WorkDraft.class, new Subject<>(work.create(new WorkDraft(session.id(), "Do it", null,
                Coded.of(WorkCategory.SECURITY), Coded.of(WorkStatus.PENDING), Coded.of(WorkPriority.LOW), null, null,
                null, null)), new Door<>(work::load, work::save), Set.of("title"),
                text -> work.list(WorkFilter.ALL.withText(text)), text -> work.facets(WorkFilter.ALL.withText(text))));
        addMore(subjects, client.id(), session.id());
        addOfCare(subjects);
        return subjects;
    }

    private static void addMore(Map<Class<? extends Record>, Subject<?>> subjects, UUID client, UUID session) {
        var database = test.database();
        var insights = new InsightService(database);
        subjects.put(InsightDraft.class, new Subject<>(insights.create(insight(client), ME),
                new Door<>(insights::load, insights::save), Set.of("title", "description"),
                text -> insights.list(InsightFilter.ALL.withText(text)),
                text -> insights.facets(InsightFilter.ALL.withText(text))));
        var failures = new FailureService(database);
        subjects.put(FailureDraft.class, new Subject<>(failures.create(new FailureDraft(client, null,
                Coded.of(PatternType.VERSION_MISMATCH), "signature", null, null, null, null,
                Coded.of(Severity.MINOR), 1, now(), now(), true)), new Door<>(failures::load, failures::save),
                Set.of("signature"), text -> failures.list(FailureFilter.ALL.withText(text)),
                text -> failures.facets(FailureFilter.ALL.withText(text))));
        var tickets = new TicketService(database, () -> "mara");
        subjects.put(TicketDraft.class, new Subject<>(tickets.link(new TicketDraft(client, session,
                Coded.of(TicketSystem.SYNCRO_MSP), "1", "1", null, null, null, Coded.of(TicketState.OPEN),
                Coded.of(LinkType.RELATED), null)), new Door<>(tickets::load, tickets::save), Set.of("subject"),
                text -> tickets.list(ticket(text)), text -> tickets.facets(ticket(text))));
    }

    private static void addOfCare(Map<Class<? extends Record>, Subject<?>> subjects) {
        var database = test.database();
        var backups = new BackupService(database);
        subjects.put(BackupDraft.class, new Subject<>(backups.create(new BackupDraft(Coded.of(BackupType.MANUAL),
                "/srv/a", 1L, now(), now(), "mysqldump", null, null, Coded.of(VerificationStatus.NOT_VERIFIED),
                null), "mara"), new Door<>(backups::load, backups::save), Set.of("filePath", "host", "databaseName"),
                text -> backups.list(BackupFilter.ALL.text(text)),
                text -> backups.facets(BackupFilter.ALL.text(text))));
        var people = new PeopleService(database);
        people.create(new PersonDraft("boss", null, null, Coded.of(Role.ADMINISTRATOR), true));
        subjects.put(PersonDraft.class, new Subject<>(people.create(new PersonDraft("kofi", null, null,
                Coded.of(Role.TECHNICIAN), true)), new Door<>(people::load,
                        (loaded, draft) -> people.save(loaded, draft, ME)),
                Set.of("displayName"),
                text -> people.list(PersonFilter.ALL.withText(text)),
                text -> people.facets(PersonFilter.ALL.withText(text))));
        var tags = new TagCatalogue(database);
        subjects.put(TagDraft.class, new Subject<>(tags.create(new TagDraft("tag", null, null, null)),
                new Door<>(tags::load, tags::save), Set.of("name", "category", "description"),
                text -> tags.list(FacetFilter.<dev.rackside.tag.TagFacet>all().withText(text)),
                text -> tags.facets(FacetFilter.<dev.rackside.tag.TagFacet>all().withText(text))));
        var credentials = new CredentialService(database);
        var none = CredentialDraft.blank();
        subjects.put(CredentialDraft.class, new Subject<>(credentials.create(new CredentialDraft("desk", none.system(),
                none.type(), null, null, null, null, true)), new Door<>(credentials::load, credentials::save),
                Set.of("name", "username"),
                text -> credentials.list(FacetFilter.<dev.rackside.credential.CredentialFacet>all().withText(text)),
                text -> credentials.facets(
                        FacetFilter.<dev.rackside.credential.CredentialFacet>all().withText(text))));
        var schedules = new ScheduleService(database);
        var usual = ScheduleDraft.blank("UTC");
        subjects.put(ScheduleDraft.class, new Subject<>(schedules.create(new ScheduleDraft("nightly", usual.type(),
                usual.cronExpression(), "UTC", "/srv/b", 1, 1, 1, 1, 1, usual.verifyLevel(), true, 60)),
                new Door<>(schedules::load, schedules::save), Set.of("name"),
                text -> schedules.list(FacetFilter.<dev.rackside.backup.ScheduleFacet>all().withText(text)),
                text -> schedules.facets(FacetFilter.<dev.rackside.backup.ScheduleFacet>all().withText(text))));
    }

    private static MachineDraft machine(UUID client) {
        var blank = MachineDraft.blank(client);
        return new MachineDraft(client, "HOST", Coded.of(AssetType.PRINTER), null, null, null, null,
                blank.shellType(), null, blank.status(), true, List.of());
    }

    private static InsightDraft insight(UUID client) {
        return new InsightDraft(client, null, Coded.of(InsightCategory.PERMISSIONS), "Title", "Words", Commands.NONE,
                Coded.of(Confidence.LIKELY), 5, null);
    }

    private static TicketFilter ticket(String text) {
        return new TicketFilter(text, null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    @Test
    void everyDraftIsTried() {
        var tried = subjectsTried().stream().map(Class::getSimpleName).collect(Collectors.toSet());
        assertThat(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.rackside").stream()
                .filter(type -> type.getSimpleName().matches(".+Draft") && type.isRecord())
                .map(JavaClass::getSimpleName).filter(name -> !ELSEWHERE.contains(name))).isSubsetOf(tried)
                .hasSizeGreaterThan(12);
    }

    private static Set<Class<?>> subjectsTried() {
        return Set.of(ClientDraft.class, MachineDraft.class, SessionDraft.class, WorkDraft.class, InsightDraft.class,
                FailureDraft.class, TicketDraft.class, BackupDraft.class, PersonDraft.class, TagDraft.class,
                CredentialDraft.class, ScheduleDraft.class, EvidenceDraft.class);
    }

    @TestFactory
    Stream<DynamicTest> savedIdenticalOrRefusedInWordsAndFoundAgain() {
        var subjects = subjects();
        var all = new HashSet<Class<?>>(subjects.keySet());
        all.add(EvidenceDraft.class);
        assertThat(all).isEqualTo(subjectsTried());
        return subjects.entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey().getSimpleName(),
                () -> tryAll(entry.getValue())));
    }

    private static <D extends Record> void tryAll(Subject<D> subject) {
        var valid = subject.row().draft();
        var texts = texts(valid);
        assertThat(texts).isNotEmpty();
        var loaded = subject.door().load().apply(subject.row().id());
        var savedSomething = 0;
        for (var i = 0; i < strings.size(); i++) {
            var text = strings.get(i);
            var wanted = new HashMap<String, Object>();
            texts.forEach(component -> wanted.put(component, text));
            var saved = save(subject, loaded, valid, wanted);
            loaded = saved;
            savedSomething += wanted.isEmpty() ? 0 : 1;
            assertThat(saved.draft()).as(shown(text)).isEqualTo(with(valid, wanted));
            assertThat(subject.door().load().apply(saved.id()).draft()).as(shown(text)).isEqualTo(saved.draft());
            search(subject, text, wanted.keySet().stream().anyMatch(subject.searched()::contains), i);
        }
        assertThat(savedSomething).as("strings that were saved").isGreaterThan(strings.size() / 2);
    }

    /** Saves what is taken of the wanted values, and takes the others out of them. */
    private static <D extends Record> Versioned<D> save(Subject<D> subject, Versioned<D> loaded, D valid,
            Map<String, Object> wanted) {
        for (var round = 0; round <= wanted.size() + 1; round++) {
            try {
                return subject.door().save().apply(loaded, with(valid, wanted));
            } catch (InvalidDraft refused) {
                assertThat(refused.violations()).isNotEmpty().allSatisfy(violation -> {
                    assertThat(wanted).containsKey(violation.field());
                    assertThat(Messages.get(violation.key(), violation.arguments().toArray())).isNotBlank();
                });
                refused.violations().forEach(violation -> wanted.remove(violation.field()));
            }
        }
        throw new AssertionError("refused although nothing was changed");
    }

    private static void search(Subject<?> subject, String text, boolean there, int number) {
        var rows = subject.search().apply(text);
        var found = rows.page(PageRequest.start(Order.by(order(subject)), PAGE)).rows();
        if (there) {
            assertThat(found).as("search for " + shown(text))
                    .anyMatch(row -> row.id().equals(subject.row().id()));
        }
        if (number % COUNTED == 0) {
            assertThat(rows.count(1_000).rows()).isGreaterThanOrEqualTo(found.size());
            assertThat(subject.facets().apply(text)).isNotNull();
        }
    }

    private static String order(Subject<?> subject) {
        return switch (subject.row().draft()) {
            case MachineDraft _ -> "hostname";
            case PersonDraft _ -> "username";
            case BackupDraft _ -> "path";
            case FailureDraft _ -> FailureService.DEFAULT_ORDER.column();
            case SessionDraft _,WorkDraft _,InsightDraft _ -> "title";
            case TicketDraft _ -> TicketService.DEFAULT_ORDER.column();
            default -> "name";
        };
    }

    @Test
    void evidenceIsRecordedIdenticalOrRefusedInWords() {
        var database = test.database();
        var insight = new InsightService(database).create(insight(new ClientService(database).create(new ClientDraft(
                "Evidence", Coded.of(ClientType.PROJECT), null, null, null, null, true)).id()), ME).id();
        var evidence = new EvidenceService(database);
        for (var text : strings) {
            var draft = new EvidenceDraft(Coded.of(Outcome.HELD), text, text, text, null, null, now());
            try {
                evidence.record(insight, draft, ME);
            } catch (InvalidDraft refused) {
                assertThat(refused.violations()).isNotEmpty().allSatisfy(violation -> assertThat(
                        Messages.get(violation.key(), violation.arguments().toArray())).isNotBlank());
                continue;
            }
            assertThat(database.<Long>read(session -> session.createNativeQuery("""
                    select count(*) from environmental_examples where hex(what_was_tried) = :hex \
                    and hex(expected) = :hex and hex(observed) = :hex""", Long.class)
                    .setParameter("hex", hex(text)).getSingleResult())).as(shown(text)).isPositive();
        }
    }

    @Test
    void exchangesAreSearchedForAnything() {
        var exchanges = new ExchangeService(test.database());
        for (var text : strings) {
            assertThat(exchanges.list(ExchangeFilter.ALL.withText(text))
                    .page(PageRequest.start(ExchangeService.DEFAULT_ORDER, PAGE)).rows()).as(shown(text)).isEmpty();
        }
    }

    @Test
    void tagIsMadeByAnyNameOrRefusedInWords() {
        var tags = new TagService(test.database());
        for (var text : strings) {
            try {
                var made = tags.named(text);
                assertThat(tags.named(text)).as(shown(text)).isEqualTo(made);
                assertThat(tags.choices(text, 1_000)).as(shown(text)).contains(made);
            } catch (InvalidDraft refused) {
                assertThat(refused.violations()).isNotEmpty();
            }
        }
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().withUpperCase().formatHex(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** The components that are text. */
    private static List<String> texts(Record draft) {
        return Arrays.stream(draft.getClass().getRecordComponents())
                .filter(component -> component.getType() == String.class).map(RecordComponent::getName).toList();
    }

    @SuppressWarnings("unchecked")
    private static <D extends Record> D with(D draft, Map<String, Object> values) {
        try {
            var components = draft.getClass().getRecordComponents();
            var arguments = new ArrayList<@Nullable Object>();
            for (var component : components) {
                arguments.add(values.containsKey(component.getName())
                        ? values.get(component.getName())
                        : component.getAccessor().invoke(draft));
            }
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return (D) draft.getClass().getConstructor(types).newInstance(arguments.toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static String shown(String text) {
        return Objects.requireNonNull(JsonText.of(text));
    }

    /** A text as one can tell it in a report. */
    private static final class JsonText {
        static String of(String text) {
            var cut = text.length() > 60 ? text.substring(0, 60) + "…" : text;
            return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(cut.replaceAll("[\uD800-\uDFFF]",
                    "?"));
        }
    }
}
