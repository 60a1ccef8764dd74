package io.gleamflow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of the engine and who may enter which; ARCHITECTURE.md has the same table in words. */
class ArchitectureTest {

    private static final String ROOT = "io.gleamflow.";

    /** For each package, the packages of the engine it may use; every one may use itself. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("row", List.of()),
            Map.entry("problem", List.of()),
            Map.entry("flow", List.of("row", "problem")),
            Map.entry("plan", List.of("flow", "row", "script", "problem")),
            Map.entry("wire", List.of("row", "problem")),
            Map.entry("script", List.of("lua", "row", "flow", "problem")),
            Map.entry("operator", List.of("row", "flow")),
            Map.entry("connector", List.of("row", "flow", "problem")),
            Map.entry("descriptor", List.of("flow", "problem", "row")),
            Map.entry("check", List.of("flow", "script", "connector", "problem", "row", "lua")),
            Map.entry("editor", List.of("flow", "script", "descriptor", "check", "problem", "row")),
            Map.entry("report", List.of("flow", "problem")),
            Map.entry("freshness", List.of("flow", "script", "connector", "report", "problem", "row")),
            Map.entry("graph", List.of("flow", "plan", "report")),
            Map.entry("page", List.of("graph", "report", "flow", "problem")),
            Map.entry("run", List.of("flow", "report", "problem")),
            Map.entry("testing", List.of("flow", "check", "connector", "run", "report", "wire", "row", "problem")),
            Map.entry("process", List.of("problem")),
            Map.entry(
                    "worker",
                    List.of("operator", "script", "connector", "wire", "plan", "row", "flow", "problem", "lua")),
            Map.entry(
                    "local",
                    List.of(
                            "worker",
                            "process",
                            "operator",
                            "connector",
                            "wire",
                            "plan",
                            "run",
                            "report",
                            "script",
                            "row",
                            "flow",
                            "problem",
                            "lua")));

    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.gleamflow")
            .that(DescribedPredicate.describe(
                    "belong to the engine", type -> !type.getPackageName().startsWith("io.gleamflow.lua")));

    static List<String> rooms() {
        return MAY_USE.keySet().stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void usesOnlyTheRoomsItMay(String room) {
        List<String> allowed = new ArrayList<>(MAY_USE.getOrDefault(room, List.of()));
        allowed.add(room);
        DescribedPredicate<JavaClass> forbidden = DescribedPredicate.describe(
                "rooms of gleam other than " + allowed,
                type -> type.getPackageName().startsWith("io.gleamflow") && !allowed.contains(room(type)));
        ArchRule rule =
                noClasses().that().resideInAPackage(ROOT + room).should().dependOnClassesThat(forbidden);
        rule.check(ENGINE);
    }

    /** The rooms of gleam-lua count as one. */
    private static String room(JavaClass type) {
        String name = type.getPackageName().replace(ROOT, "");
        return name.startsWith("lua.") ? "lua" : name;
    }

    @Test
    void everyRoomIsInTheTable() {
        classes()
                .that()
                .resideInAPackage("io.gleamflow..")
                .and()
                .resideOutsideOfPackage("io.gleamflow")
                .should()
                .resideInAnyPackage(rooms().stream().map(room -> ROOT + room).toArray(String[]::new))
                .check(ENGINE);
    }

    @Test
    void roomsFormNoCircle() {
        slices().matching("io.gleamflow.(*)..").should().beFreeOfCycles().check(ENGINE);
    }

    @Test
    void onlyOneRoomKnowsEachLibrary() {
        onlyIn("org.yaml..", "descriptor").check(ENGINE);
        onlyIn("org.msgpack..", "wire").check(ENGINE);
        onlyIn("de.siegmar..", "connector").check(ENGINE);
        onlyIn("com.fasterxml..", "connector").check(ENGINE);
        onlyIn("com.github.luben..", "connector").check(ENGINE);
    }

    private static ArchRule onlyIn(String library, String room) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    @Test
    void onlyTheProcessRoomStartsProcesses() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "process")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class)
                .check(ENGINE);
    }

    /** A flow that does not ask for it has nothing to do with the network. */
    @Test
    void onlyTheReaderOfServersOpensConnections() {
        noClasses()
                .that()
                .doNotHaveSimpleName("ReceivedRows")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(.*Socket|.*Connection|http\\..*)|javax\\.net\\..*"
                        + "|java\\.nio\\.channels\\..*(Socket|Datagram)Channel")
                .check(ENGINE);
    }

    @Test
    void dataDoesNoInputOrOutput() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "flow", ROOT + "plan", ROOT + "row", ROOT + "problem")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io", "java.nio.file..", "java.nio.channels..", "java.net..")
                .allowEmptyShould(false)
                .check(ENGINE.that(DescribedPredicate.describe(
                        "are no exceptions", type -> !type.isAssignableTo(Throwable.class))));
    }

    @Test
    void operatorsSeeNoFileAndNoProcess() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "operator")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.nio.channels..", ROOT + "process", ROOT + "wire")
                .check(ENGINE);
    }

    @Test
    void nothingIsKeptInStaticVariables() {
        fields().that().areStatic().should().beFinal().check(ENGINE);
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Common)")
                .check(ENGINE);
    }
}
