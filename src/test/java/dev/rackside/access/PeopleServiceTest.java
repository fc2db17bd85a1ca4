package dev.rackside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rackside.db.Ids;
import dev.rackside.db.TestDatabase;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.fault.Problem;
import dev.rackside.fault.Violation;
import dev.rackside.row.Dependent;
import dev.rackside.row.EditConflict;
import dev.rackside.row.Facet;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Versioned;
import dev.rackside.text.Coded;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeopleServiceTest {

    private static final Who NOBODY = new Who(null, "nobody", "nobody", Coded.of(Role.class, null));

    private static TestDatabase test;
    private static PeopleService people;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("people", List.of(AccessService.ENTITIES));
        people = new PeopleService(test.database());
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @BeforeEach
    void empty() {
        test.outside("DELETE FROM api_users", "DELETE FROM sessions");
    }

    @Test
    void personComesBackAsTheyWereWritten() {
        var draft = new PersonDraft("linh.nguyen", "Nguyễn Thùy Linh", "linh@tidewell.example",
                Coded.of(Role.TECHNICIAN), true);
        var created = people.create(draft);
        assertThat(created.draft()).isEqualTo(draft);
        assertThat(people.load(created.id())).isEqualTo(created);
        var detail = people.detail(created.id());
        assertThat(detail.passwordSet()).isFalse();
        assertThat(detail.failedLogins()).isZero();
        assertThat(detail.tokens()).isEmpty();
    }

    @Test
    void listIsNarrowedSearchedAndOrdered() {
        person("mara", Role.ADMINISTRATOR);
        person("svc-board", Role.SERVICE);
        people.create(draft("kofi", Role.TECHNICIAN, false));
        test.outside(
                "UPDATE api_users SET locked_until = utc_timestamp() + interval 1 hour WHERE username = 'svc-board'");
        assertThat(names(PersonFilter.ALL.with(PersonFacet.ROLE, Set.of("service")))).containsExactly("svc-board");
        assertThat(names(PersonFilter.ALL.with(PersonFacet.STATE, Set.of("locked")))).containsExactly("svc-board");
        assertThat(names(PersonFilter.ALL.with(PersonFacet.STATE, Set.of("inactive")))).containsExactly("kofi");
        assertThat(names(PersonFilter.ALL.withText("BOARD"))).containsExactly("svc-board");
        assertThat(people.facets(PersonFilter.ALL).get(PersonFacet.STATE)).extracting(Facet::value)
                .containsExactlyInAnyOrder("active", "locked", "inactive");
        for (var column : List.of("username", "name", "email", "role", "login", "created")) {
            assertThat(people.list(PersonFilter.ALL).page(PageRequest.start(Order.by(column), 10)).rows()).hasSize(3);
        }
    }

    @Test
    void detailTellsOfThePasswordAndNeverShowsIt() {
        var mara = person("mara", Role.ADMINISTRATOR);
        test.outside("UPDATE api_users SET password_hash = '$argon2id$canary', failed_logins = 3, "
                + "locked_until = utc_timestamp() + interval 1 hour, last_login_at = '2026-01-01'");
        var detail = people.detail(mara.id());
        assertThat(detail.passwordSet()).isTrue();
        assertThat(detail.failedLogins()).isEqualTo(3);
        assertThat(detail.state()).isEqualTo(PersonFacet.LOCKED);
        assertThat(detail.lastLoginAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(detail.toString()).doesNotContain("canary");
        people.save(mara, draft("mara", Role.ADMINISTRATOR, true, "Mara"), NOBODY);
        assertThat(people.detail(mara.id()).passwordSet()).isTrue();
    }

    @Test
    void userNameIsTakenOnceWhateverItsCase() {
        person("mara", Role.ADMINISTRATOR);
        assertThatThrownBy(() -> person("MARA", Role.VIEWER))
                .satisfies(refused("username", "person.rule.username-taken"));
        var kofi = person("kofi", Role.VIEWER);
        assertThatThrownBy(() -> people.save(kofi, draft("mara", Role.VIEWER, true), NOBODY))
                .satisfies(refused("username", "person.rule.username-taken"));
    }

    @Test
    void rulesAreCheckedByTheServiceToo() {
        var bad = new PersonDraft("two words", "x".repeat(256), "nowhere", Coded.of(Role.class, "king"), null);
        assertThatThrownBy(() -> people.create(bad)).asInstanceOf(type(InvalidDraft.class))
                .extracting(InvalidDraft::violations, list(Violation.class)).extracting(Violation::field)
                .containsExactly("username", "displayName", "email", "role", "active");
    }

    @Test
    void lastActiveAdministratorStaysOne() {
        var mara = person("mara", Role.ADMINISTRATOR);
        people.create(draft("former", Role.ADMINISTRATOR, false));
        assertThatThrownBy(() -> people.save(mara, draft("mara", Role.TECHNICIAN, true), NOBODY))
                .satisfies(refused("role", "person.rule.last-administrator"));
        assertThatThrownBy(() -> people.save(mara, draft("mara", Role.ADMINISTRATOR, false), NOBODY))
                .satisfies(refused("active", "person.rule.last-administrator"));
        assertThatThrownBy(() -> people.activate(mara.id(), false, NOBODY))
                .satisfies(problem(ErrorCode.LAST_ADMINISTRATOR));
        assertThatThrownBy(() -> people.delete(mara.id(), NOBODY)).satisfies(problem(ErrorCode.LAST_ADMINISTRATOR));
        person("second", Role.ADMINISTRATOR);
        people.activate(mara.id(), false, NOBODY);
        assertThat(people.load(mara.id()).draft().active()).isFalse();
    }

    @Test
    void ofTheLastTwoAdministratorsOneStaysWhoeverIsFaster() throws Exception {
        var first = person("first", Role.ADMINISTRATOR);
        var second = person("second", Role.ADMINISTRATOR);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var taken = threads.invokeAll(List.<Callable<Boolean>>of(() -> tookAway(first), () -> tookAway(second)));
            assertThat(List.of(taken.getFirst().get(), taken.getLast().get())).containsExactlyInAnyOrder(true, false);
        }
    }

    private static boolean tookAway(Versioned<PersonDraft> person) {
        try {
            people.activate(person.id(), false, NOBODY);
            return true;
        } catch (Problem last) {
            assertThat(last.code()).isEqualTo(ErrorCode.LAST_ADMINISTRATOR);
            return false;
        }
    }

    @Test
    void nobodyShutsThemselvesOut() {
        person("other", Role.ADMINISTRATOR);
        var mara = person("mara", Role.ADMINISTRATOR);
        var who = new Who(mara.id(), "mara", "Mara", Coded.of(Role.ADMINISTRATOR));
        assertThatThrownBy(() -> people.save(mara, draft("mara", Role.ADMINISTRATOR, false), who))
                .satisfies(refused("active", "person.rule.oneself"));
        assertThatThrownBy(() -> people.activate(mara.id(), false, who)).satisfies(problem(ErrorCode.ONESELF));
        assertThatThrownBy(() -> people.delete(mara.id(), who)).satisfies(problem(ErrorCode.ONESELF));
        assertThat(people.save(mara, draft("mara", Role.TECHNICIAN, true), who).draft().role().known())
                .isEqualTo(Role.TECHNICIAN);
    }

    @Test
    void whoseNameStandsInRowsIsNotDeleted() {
        person("mara", Role.ADMINISTRATOR);
        var kofi = person("kofi", Role.TECHNICIAN);
        test.outside("INSERT INTO sessions (id, session_title, session_date, status, technician) VALUES ('" + Ids.next()
                + "', 'x', '2026-01-01', 'completed', 'kofi')");
        assertThat(people.traces(kofi.id())).containsExactly(new Trace("sessions", 1));
        assertThatThrownBy(() -> people.delete(kofi.id(), NOBODY)).satisfies(problem(ErrorCode.NAME_STANDS));
        test.outside("DELETE FROM sessions");
        token(kofi, "Wall", null);
        assertThat(people.traces(kofi.id())).isEmpty();
        assertThat(people.dependents(kofi.id())).containsExactly(new Dependent("api_tokens", 1, true));
        people.delete(kofi.id(), NOBODY);
        assertThat(people.row(kofi.id())).isEmpty();
    }

    @Test
    void tokenIsRevokedOnceAndForGood() {
        var board = person("svc-board", Role.SERVICE);
        token(board, "Wall", null);
        token(board, "Old", "2026-01-01");
        var wall = people.detail(board.id()).tokens().stream().filter(token -> "Wall".equals(token.name())).findFirst()
                .orElseThrow();
        people.revoke(wall.id());
        var revoked = people.detail(board.id()).tokens();
        assertThat(revoked).hasSize(2).allMatch(token -> token.revokedAt() != null);
        people.revoke(wall.id());
        assertThat(people.detail(board.id()).tokens()).isEqualTo(revoked);
        assertThat(revoked).extracting(TokenRow::prefix, TokenRow::scopes)
                .containsOnly(tuple("abcd1234", "[\"sessions:read\"]"));
    }

    @Test
    void secondEditIsAConflict() {
        person("other", Role.ADMINISTRATOR);
        var mara = person("mara", Role.ADMINISTRATOR);
        test.outside("UPDATE api_users SET email = 'theirs@example.com' WHERE username = 'mara'");
        assertThatThrownBy(() -> people.save(mara, draft("mara", Role.VIEWER, true), NOBODY))
                .asInstanceOf(type(EditConflict.class)).satisfies(conflict -> assertThat(
                        ((PersonDraft) conflict.current().draft()).email()).isEqualTo("theirs@example.com"));
    }

    @Test
    void unknownRoleIsListedAndMendable() {
        person("mara", Role.ADMINISTRATOR);
        test.outside("ALTER TABLE api_users DROP CONSTRAINT IF EXISTS ck_api_users_role");
        var odd = person("odd", Role.VIEWER);
        test.outside("UPDATE api_users SET role = 'Auditor' WHERE username = 'odd'");
        var loaded = people.load(odd.id());
        assertThat(people.facets(PersonFilter.ALL).get(PersonFacet.ROLE)).extracting(Facet::value).contains("Auditor");
        assertThat(people.save(loaded, draft("odd", Role.VIEWER, true), NOBODY).draft().role().odd()).isFalse();
    }

    private static void token(Versioned<PersonDraft> person, String name, @Nullable String revoked) {
        test.outside("INSERT INTO api_tokens (id, api_user_id, name, token_prefix, token_hash, scopes, expires_at, "
                + "revoked_at) VALUES ('" + Ids.next() + "', '" + person.id() + "', '" + name + "', 'abcd1234', sha2('"
                + name + "', 256), '[\"sessions:read\"]', '2030-01-01', "
                + (revoked == null ? "NULL" : "'" + revoked + "'") + ")");
    }

    private static Versioned<PersonDraft> person(String username, Role role) {
        return people.create(draft(username, role, true));
    }

    private static PersonDraft draft(String username, Role role, boolean active) {
        return draft(username, role, active, null);
    }

    private static PersonDraft draft(String username, Role role, boolean active, @Nullable String name) {
        return new PersonDraft(username, name, null, Coded.of(role), active);
    }

    private static List<String> names(PersonFilter filter) {
        return people.list(filter).page(PageRequest.start(PeopleService.DEFAULT_ORDER, 10)).rows().stream()
                .map(PersonRow::username).toList();
    }

    private static Consumer<Throwable> refused(String field, String key) {
        return thrown -> assertThat(thrown).asInstanceOf(type(InvalidDraft.class))
                .extracting(InvalidDraft::violations, list(Violation.class))
                .extracting(Violation::field, Violation::key).containsExactly(tuple(field, key));
    }

    private static Consumer<Throwable> problem(ErrorCode code) {
        return thrown -> assertThat(thrown).asInstanceOf(type(Problem.class)).extracting(Problem::code).isEqualTo(code);
    }
}
