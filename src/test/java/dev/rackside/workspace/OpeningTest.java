package dev.rackside.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.access.AccessService;
import dev.rackside.access.Who;
import dev.rackside.access.Role;
import dev.rackside.db.DatabaseAddress.Host;
import dev.rackside.db.TestDatabase;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Background;
import dev.rackside.fx.DirectBackground;
import dev.rackside.text.Coded;
import dev.rackside.workspace.ui.Opening;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpeningTest {

    private static final Workspace.Team TEAM = new Workspace.Team("Team", List.of(new Host("db1.example", 3306)),
            "msp", "mara", null);

    @SuppressWarnings("NullAway.Init")
    private static TestDatabase database;

    private final DirectBackground background = Background.direct();
    private final MemoryPasswords passwords = new MemoryPasswords();
    private final List<String> shown = new ArrayList<>();
    private final List<String> tried = new ArrayList<>();
    private @Nullable ErrorCode trouble;
    private final Opening opening = new Opening(background, passwords, (workspace, password, _) -> {
        tried.add(new String(password));
        if (trouble != null) {
            throw new Problem(trouble, "db1.example");
        }
        return new OpenWorkspace(workspace, database.database(),
                new Who(null, "mara", "mara", Coded.of(Role.TECHNICIAN)), null);
    }, new Shown());

    private final class Shown implements Opening.View {
        @Override
        public void opening(Workspace workspace) {
            shown.add("opening");
        }

        @Override
        public void opened(OpenWorkspace workspace) {
            shown.add("opened");
        }

        @Override
        public void failed(Workspace workspace, Problem problem, boolean again) {
            shown.add(problem.code() + (again ? " again" : ""));
        }

        @Override
        public void password(Workspace.Team team, @Nullable Problem refused, boolean mayKeep) {
            shown.add(refused == null ? "asks" : "asks after " + refused.code());
        }
    }

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated("opening", List.of(AccessService.ENTITIES));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void keptPasswordIsUsedWithoutAsking() {
        passwords.keep(TEAM, "kept".toCharArray());
        opening.open(TEAM, false);
        assertThat(shown).containsExactly("opening", "opened");
        assertThat(tried).containsExactly("kept");
    }

    @Test
    void unknownPasswordIsAskedForAndKeptOnceItWasRight() {
        opening.open(TEAM, false);
        assertThat(shown).containsExactly("opening", "asks");
        var typed = "typed".toCharArray();
        opening.open(TEAM, typed, true);
        assertThat(shown).endsWith("opened");
        assertThat(passwords.find(TEAM))
                .hasValueSatisfying(kept -> assertThat(kept).containsExactly('t', 'y', 'p', 'e', 'd'));
        assertThat(typed).containsOnly('\0');
    }

    @Test
    void passwordIsNotKeptWithoutTheWish() {
        opening.open(TEAM, "typed".toCharArray(), false);
        assertThat(shown).endsWith("opened");
        assertThat(passwords.find(TEAM)).isEmpty();
    }

    @Test
    void refusedPasswordIsAskedForAgainAndNotTriedAgainByItself() {
        passwords.keep(TEAM, "old".toCharArray());
        trouble = ErrorCode.PASSWORD_REFUSED;
        opening.open(TEAM, false);
        background.tick();
        assertThat(shown).containsExactly("opening", "asks after PASSWORD_REFUSED");
        assertThat(tried).hasSize(1);
    }

    @Test
    void serverThatIsAwayIsTriedAgainUntilItAnswers() {
        trouble = ErrorCode.SERVER_UNREACHABLE;
        opening.open(TEAM, "typed".toCharArray(), false);
        background.tick();
        assertThat(shown).containsExactly("opening", "SERVER_UNREACHABLE again", "opening",
                "SERVER_UNREACHABLE again");
        trouble = null;
        background.tick();
        assertThat(shown).endsWith("opened");
        assertThat(tried).containsExactly("typed", "typed", "typed");
        background.tick();
        assertThat(tried).hasSize(3);
    }

    @Test
    void whatCantMendItselfIsNotTriedAgain() {
        trouble = ErrorCode.SCHEMA_FOREIGN;
        opening.open(TEAM, "typed".toCharArray(), false);
        background.tick();
        assertThat(shown).containsExactly("opening", "SCHEMA_FOREIGN");
        trouble = null;
        opening.retry();
        assertThat(shown).endsWith("opened");
    }

    @Test
    void anotherWishEndsTheAttempts() {
        trouble = ErrorCode.SERVER_UNREACHABLE;
        opening.open(TEAM, "typed".toCharArray(), false);
        opening.cancel();
        background.tick();
        assertThat(tried).hasSize(1);
    }
}
