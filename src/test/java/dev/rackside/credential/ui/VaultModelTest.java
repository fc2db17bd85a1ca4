package dev.rackside.credential.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.access.AccessService;
import dev.rackside.credential.CredentialService;
import dev.rackside.credential.Pins;
import dev.rackside.credential.SecretService;
import dev.rackside.credential.VaultKits;
import dev.rackside.credential.VaultMembers;
import dev.rackside.credential.VaultService;
import dev.rackside.credential.VaultService.Standing;
import dev.rackside.db.TestDatabase;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fx.Background;
import dev.rackside.fx.DirectBackground;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the vault locks itself, and what becomes of what was typed; without a toolkit. */
class VaultModelTest {

    private static final String PASSWORD = "four words of no kin";
    private static final Duration LOOK = AutoLock.LOOK;

    private static TestDatabase test;

    @TempDir
    private Path folder;
    private final DirectBackground background = Background.direct();
    private final Hand hand = new Hand();
    private VaultModel model;

    /** A clock that is moved by hand. */
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-11-28T09:00:00Z");
        private long nanos = 5;

        /** Awake. */
        private void pass(Duration time) {
            now = now.plus(time);
            nanos += time.toNanos();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("vault_model", List.of(CredentialService.ENTITIES, AccessService.ENTITIES));
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @BeforeEach
    void openVault() {
        test.outside("DELETE FROM technician_keys");
        var me = new AccessService(test.database()).owner("kim", "Kim");
        var vault = new VaultService(test.database(), me, new Pins(folder.resolve("pins")));
        var secrets = new SecretService(test.database(), vault);
        model = new VaultModel(vault, new VaultMembers(test.database(), vault, secrets),
                new VaultKits(test.database(), vault), background, new AutoLock(hand, () -> hand.nanos));
        model.create(PASSWORD.toCharArray(), text -> Arrays.fill(text, '\0'));
        assertThat(model.standing().get()).isEqualTo(Standing.OPEN);
    }

    private void pass(Duration time) {
        for (var passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(LOOK)) {
            hand.pass(LOOK);
            background.tick();
        }
    }

    @Test
    void vaultLocksItselfWhenNobodyIsThere() {
        pass(AutoLock.USUAL.minus(LOOK));
        assertThat(model.standing().get()).isEqualTo(Standing.OPEN);
        pass(LOOK);
        assertThat(model.standing().get()).isEqualTo(Standing.LOCKED);
    }

    @Test
    void vaultStaysOpenWhileSomebodyIsThere() {
        for (var minute = 0; minute < 30; minute += 5) {
            pass(Duration.ofMinutes(5));
            model.touched();
        }
        assertThat(model.standing().get()).isEqualTo(Standing.OPEN);
    }

    @Test
    void vaultIsLockedAfterAsLongAsThePersonChose() {
        var chosen = new AtomicReference<>(Duration.ofMinutes(30));
        model.locksAfter(chosen::get);
        pass(Duration.ofMinutes(20));
        assertThat(model.standing().get()).isEqualTo(Standing.OPEN);
        chosen.set(Duration.ofMinutes(1));
        pass(LOOK);
        assertThat(model.standing().get()).isEqualTo(Standing.LOCKED);
    }

    /** The clock on the wall went on, the program didn't. */
    @Test
    void vaultIsLockedAfterTheComputerSlept() {
        pass(LOOK);
        hand.now = hand.now.plus(Duration.ofSeconds(40));
        background.tick();
        assertThat(model.standing().get()).isEqualTo(Standing.LOCKED);
    }

    /** Nobody can be asked how the vault stands; that it is locked is known all the same. */
    @Test
    void vaultIsLockedAlsoWhileTheDatabaseIsAway() {
        test.close();
        try {
            model.lock();
            assertThat(model.standing().get()).isEqualTo(Standing.LOCKED);
            assertThat(model.problem().get()).isNotNull();
        } finally {
            open();
        }
    }

    @Test
    void whatWasTypedIsWipedWhetherItOpensOrNot() {
        model.lock();
        var wrong = "not the password".toCharArray();
        model.unlock(wrong, () -> {
        });
        assertThat(wrong).containsOnly('\0');
        assertThat(model.problem().get()).isNotNull();
        assertThat(model.problem().get().code()).isEqualTo(ErrorCode.SECRET_PASSWORD_WRONG);
        var right = PASSWORD.toCharArray();
        model.unlock(right, () -> {
        });
        assertThat(right).containsOnly('\0');
        assertThat(model.problem().get()).isNull();
        assertThat(model.standing().get()).isEqualTo(Standing.OPEN);
    }

    private static final String KIT = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV\nWXYZ-0123-4567-89AB-CDEF-GHJK-MNPQ";

    private static void isTheOwnersAlone(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        }
    }

    @Test
    void kitIsWrittenForItsOwnerAlone() throws IOException {
        var file = folder.resolve("kit.txt");
        model.saveKit(file, "ABCD-EFGH");
        assertThat(file).content().contains("ABCD-EFGH", "RECOVERY KIT", vaultId());
        isTheOwnersAlone(file);
        model.saveKit(folder.resolve("no/such/folder/kit.txt"), "ABCD-EFGH");
        assertThat(model.problem().get()).isNotNull();
        assertThat(model.problem().get().code()).isEqualTo(ErrorCode.NOT_WRITABLE);
    }

    private static String vaultId() {
        return Objects.requireNonNull(test.ask("SELECT vault_id FROM vault_grants LIMIT 1"));
    }

    @Test
    void kitIsAPageToPrintWithAllThatItTakes() throws IOException {
        var home = Path.of(System.getProperty("user.home"), ".pdfbox.cache");
        var cached = Files.exists(home);
        var file = folder.resolve("Kit.PDF");
        model.saveKit(file, KIT);
        assertThat(model.problem().get()).isNull();
        isTheOwnersAlone(file);
        try (var document = Loader.loadPDF(file.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            var text = new PDFTextStripper().getText(document);
            for (var group : KIT.split("[-\n]", -1)) {
                assertThat(text).contains(group);
            }
            assertThat(text).contains("Rackside recovery kit", vaultId(), "Made: 20", "How it is used", "Kept by")
                    .doesNotContain("{0}");
            var picture = new PDFRenderer(document).renderImageWithDPI(0, 80);
            ImageIO.write(picture, "png", Path.of("target", "recovery-kit.png").toFile());
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).as("nothing beside it")
                    .containsExactlyInAnyOrder("Kit.PDF", "pins");
        }
        assertThat(Files.exists(home)).as("the computer's fonts weren't looked for").isEqualTo(cached);
    }
}
