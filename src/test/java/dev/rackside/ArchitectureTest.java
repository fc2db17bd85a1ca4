package dev.rackside;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** Who may know whom. Each rule says why it is there; a room that isn't built yet breaks none. */
@AnalyzeClasses(packages = "dev.rackside", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.rackside";
    private static final String[] OWN = {"dev.rackside.."};
    private static final String[] DATA = {"dev.rackside.db..", "org.hibernate..", "jakarta.persistence..",
            "jakarta.data..", "java.sql..", "com.zaxxer..", "org.flywaydb..", "org.mariadb.."};

    @ArchTest
    static final ArchRule FAULT_AND_TEXT_KNOW_NOBODY = noClasses().that()
            .resideInAnyPackage("dev.rackside.fault..", "dev.rackside.text..").should()
            .dependOnClassesThat(resideInAnyPackage(OWN)
                    .and(not(resideInAnyPackage("dev.rackside.fault..", "dev.rackside.text.."))))
            .because("everybody uses problems and words, so they must compile in any program").allowEmptyShould(true);

    @ArchTest
    static final ArchRule ROW_IS_A_LEAF = knowsOnly("dev.rackside.row..", "dev.rackside.fault..", "dev.rackside.text..")
            .because("rows and pages pass between services and screens, and may tie neither to the other");

    @ArchTest
    static final ArchRule DB_KNOWS_NO_ROOM = knowsOnly("dev.rackside.db..", "dev.rackside.fault..",
            "dev.rackside.row..").because("the way to MariaDB would make sense in another program");

    @ArchTest
    static final ArchRule FX_KNOWS_NO_ROOM = knowsOnly("dev.rackside.fx..", "dev.rackside.fault..",
            "dev.rackside.text..", "dev.rackside.row..").because("a table or a form has no domain word in it");

    @ArchTest
    static final ArchRule SHELL_KNOWS_NO_ROOM = knowsOnly("dev.rackside.shell..", "dev.rackside.fx..",
            "dev.rackside.fault..", "dev.rackside.text..", "dev.rackside.row..")
            .because("the window takes whatever screens the wiring gives it");

    @ArchTest
    static final ArchRule SERVER_KNOWS_ONLY_FAULTS = knowsOnly("dev.rackside.server..", "dev.rackside.fault..")
            .because("the local server is a process with a folder; what is in its tables is none of its business");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_ROOT = noClasses().that().resideInAnyPackage("dev.rackside.*..").should()
            .dependOnClassesThat().resideInAPackage(ROOT)
            .because("every object is made in the wiring; who reaches back for it pulls wires secretly")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ROOMS_KNOW_NO_SHELL = noClasses().that()
            .resideOutsideOfPackages(ROOT, "dev.rackside.shell..", "dev.rackside.tour..")
            .should().dependOnClassesThat().resideInAPackage("dev.rackside.shell..")
            .because("a room's screen can be shown without the main window").allowEmptyShould(true);

    @ArchTest
    static final ArchRule SCREENS_KNOW_NO_OTHER_ROOMS_SCREENS = ArchRuleDefinition.classes().that()
            .resideInAPackage("dev.rackside.*.ui..").should(knowOnlyTheirOwnScreens())
            .because("screens are disposable: whoever leans on one falls with it").allowEmptyShould(true);

    @ArchTest
    static final ArchRule ROOMS_KNOW_NO_SCREENS = noClasses().that()
            .resideOutsideOfPackages(ROOT, "dev.rackside.*.ui..")
            .should().dependOnClassesThat().resideInAPackage("dev.rackside.*.ui..")
            .because("a service is used from a terminal too").allowEmptyShould(true);

    @ArchTest
    static final ArchRule SCREENS_KNOW_NO_DATABASE = noClasses().that().resideInAPackage("dev.rackside.*.ui..").should()
            .dependOnClassesThat().resideInAnyPackage(DATA)
            .because("a query on the screen thread freezes the window; the service is the door").allowEmptyShould(true);

    @ArchTest
    static final ArchRule ROOMS_DO_WITHOUT_JAVAFX = noClasses().that()
            .resideOutsideOfPackages(ROOT, "dev.rackside.fx..", "dev.rackside.shell..", "dev.rackside.*.ui..",
                    "dev.rackside.tour..")
            .should().dependOnClassesThat().resideInAnyPackage("javafx..", "dev.rackside.fx..")
            .because("what decides about insights and backups runs and is tested without a window")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule VIEW_MODELS_DO_WITHOUT_NODES = noClasses().that().haveSimpleNameEndingWith("ViewModel")
            .should().dependOnClassesThat().resideInAnyPackage("javafx.scene..", "javafx.stage..")
            .because("a view model is tested without a toolkit").allowEmptyShould(true);

    @ArchTest
    static final ArchRule BOUNCY_CASTLE_ONLY_IN_THE_VAULT = noClasses().that()
            .resideOutsideOfPackage("dev.rackside.credential..").should().dependOnClassesThat()
            .resideInAPackage("org.bouncycastle..").because("one room answers for the cryptography")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule FLYWAY_AND_POOL_ONLY_IN_DB = noClasses().that().resideOutsideOfPackage("dev.rackside.db..")
            .should().dependOnClassesThat().resideInAnyPackage("org.flywaydb..", "com.zaxxer..")
            .because("connections and migrations are made in one place").allowEmptyShould(true);

    @ArchTest
    static final ArchRule SCREENS_START_NO_THREADS = noClasses().that()
            .resideInAnyPackage("dev.rackside.fx..", "dev.rackside.shell..", "dev.rackside.*.ui..").and()
            .haveSimpleNameNotEndingWith("Background").should().callMethod(Thread.class, "start").orShould()
            .callMethod(Thread.class, "ofVirtual").orShould().callMethod(Thread.class, "ofPlatform").orShould()
            .dependOnClassesThat().haveFullyQualifiedName("java.util.concurrent.Executors").orShould()
            .dependOnClassesThat().haveFullyQualifiedName("java.util.concurrent.CompletableFuture")
            .because("Background keeps the order of results, and no failure vanishes in it").allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_BACKGROUND_COMES_TO_THE_SCREEN_THREAD = noClasses().that()
            .resideOutsideOfPackages(ROOT, "dev.rackside.tour..").and().haveSimpleNameNotEndingWith("Background")
            .should().callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable")
            .because("the latest call must win, whoever asked before").allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_FAILURES_ALERT = noClasses().that()
            .doNotHaveFullyQualifiedName("dev.rackside.fx.Failures").should().dependOnClassesThat()
            .haveFullyQualifiedName("javafx.scene.control.Alert")
            .because("questions and failures look the same everywhere, and tests answer them").allowEmptyShould(true);

    @ArchTest
    static final ArchRule MOMENTS_ARE_SHOWN_IN_THE_CHOSEN_ZONE = noClasses().that()
            .resideInAnyPackage("dev.rackside.fx..", "dev.rackside.shell..", "dev.rackside.*.ui..").and()
            .doNotHaveFullyQualifiedName("dev.rackside.fx.Zones").should()
            .callMethod(ZoneId.class, "systemDefault").orShould().callMethod(LocalDate.class, "now").orShould()
            .callMethod(LocalDateTime.class, "now").because("the person chose a zone: fx.Zones.shown() knows it")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule KEYS_HAVE_WORDS = noClasses().that()
            .doNotHaveFullyQualifiedName("dev.rackside.fx.Shortcut").and()
            .doNotHaveFullyQualifiedName("dev.rackside.shell.DeskKeys").should()
            .callConstructor(KeyCodeCombination.class, KeyCode.class, KeyCombination.Modifier[].class)
            .because("the sheet of F1 shows every key: say fx.Shortcut, and list it in the screen's KEYS")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule PROCESSES_ONLY_WHERE_SERVERS_RUN = noClasses().that()
            .resideOutsideOfPackages("dev.rackside.server..", "dev.rackside.backup..").and()
            .doNotHaveFullyQualifiedName("dev.rackside.StartCache").should().dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.ProcessBuilder")
            .because("arguments of other programs are built where they are tested; a start is repeated as it came")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NOTHING_IS_DESERIALIZED = noClasses().should().dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream")
            .because("bytes from outside must not choose which classes are made");

    @ArchTest
    static final ArchRule ROOMS_HAVE_NO_CYCLES = slices().matching("dev.rackside.(*)..").should().beFreeOfCycles()
            .because("a room in a circle can't be read, moved or tested alone").allowEmptyShould(true);

    private static ArchRule knowsOnly(String room, String... others) {
        return noClasses().that().resideInAPackage(room).should()
                .dependOnClassesThat(resideInAnyPackage(OWN).and(not(resideInAPackage(room)))
                        .and(not(resideInAnyPackage(others))))
                .allowEmptyShould(true);
    }

    private static ArchCondition<JavaClass> knowOnlyTheirOwnScreens() {
        return new ArchCondition<>("know no screens of other rooms") {
            @Override
            public void check(JavaClass screen, ConditionEvents events) {
                for (var dependency : screen.getDirectDependenciesFromSelf()) {
                    var other = dependency.getTargetClass().getPackageName();
                    if (other.matches("dev\\.rackside\\.\\w+\\.ui") && !other.equals(screen.getPackageName())) {
                        events.add(SimpleConditionEvent.violated(screen, dependency.getDescription()));
                    }
                }
            }
        };
    }
}
