package kz.sheshim;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.sheshim.finding.Defect;
import kz.sheshim.policy.Catalogue;
import kz.sheshim.policy.Ruleset;
import org.junit.jupiter.api.Test;

/** The shape of the code, as tests. */
class ArchitectureTest {
    /** The packages on the map of the README, from above. */
    private static final List<List<String>> MAP = map();

    private static final String[] CORE = packages(MAP.stream()
            .flatMap(List::stream)
            .filter(name -> !name.equals("json"))
            .toList());
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("kz.sheshim");

    private static List<List<String>> map() {
        try (Stream<String> readme = Files.lines(Path.of("README.md"))) {
            return readme.dropWhile(line -> !line.startsWith("  Wiring "))
                    .skip(1)
                    .takeWhile(line -> line.startsWith("    "))
                    .map(line -> List.of(line.strip().split(" {2,}")[0].split(" · ")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] packages(List<String> names) {
        return names.stream().map(name -> "kz.sheshim." + name + "..").toArray(String[]::new);
    }

    @Test
    void packagesUseOnlyTheirLineOfTheMapAndThoseUnderIt() {
        assertThat(MAP).hasSizeGreaterThan(5);
        List<String> above = new ArrayList<>(List.of("adapter"));
        for (List<String> line : MAP) {
            noClasses()
                    .that()
                    .resideInAnyPackage(packages(line))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(packages(above)).or(resideInAPackage("kz.sheshim")))
                    .because("the map of the README says so")
                    .check(CLASSES);
            above.addAll(line);
        }
        assertThat(CLASSES.stream()
                        .map(each -> each.getPackageName().replaceFirst("kz\\.sheshim\\.?([a-z]*).*", "$1"))
                        .filter(name -> !name.isEmpty()))
                .as("packages of the map")
                .isSubsetOf(above);
    }

    @Test
    void everyAdapterStandsOnTheMap() throws IOException {
        try (Stream<String> readme = Files.lines(Path.of("README.md"));
                Stream<Path> folders = Files.list(Path.of("src/main/java/kz/sheshim/adapter"))) {
            List<String> line = readme.filter(each -> each.startsWith("  adapter "))
                    .flatMap(each -> Stream.of(each.strip().split(" +")))
                    .toList();
            assertThat(line)
                    .containsAll(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .toList());
        }
    }

    @Test
    void everyPackageSaysWhatIsInItAndWhatItMayDependOn() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(path -> path.toString().endsWith(".java")).map(Path::getParent))
                    .allSatisfy(
                            folder -> assertThat(folder.resolve("package-info.java"))
                                    .content()
                                    .containsPattern(
                                            "(?s)/\\*\\*.*[.:;].*([Mm]ay\\s+(\\* )?(depend|use)|Uses no other).*\\*/\\s*@NullMarked"));
        }
    }

    @Test
    void coreIsPlainJava() {
        classes()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(CORE)
                        .or(resideInAnyPackage(
                                "java.lang..",
                                "java.util..",
                                "java.time..",
                                "java.math..",
                                "java.text",
                                "java.security..",
                                "javax.crypto..",
                                "java.nio",
                                "java.nio.charset",
                                "java.io",
                                "org.jspecify.."))
                        .or(DescribedPredicate.describe("arrays", each -> each.isArray() || each.isPrimitive())))
                .because("what decides must be readable and testable without any technology")
                .check(CLASSES);
    }

    @Test
    void adaptersDoNotKnowEachOther() {
        slices().matching("kz.sheshim.adapter.(*)..")
                .should()
                .notDependOnEachOther()
                .because("each technology can then be replaced alone")
                .check(CLASSES);
    }

    @Test
    void technologiesStayInTheirAdapters() {
        only("org.drools..", "kz.sheshim.adapter.drools..");
        only("org.kie..", "kz.sheshim.adapter.drools..");
        only("org.apache.poi..", "kz.sheshim.adapter.xlsx..");
        only("org.logicng..", "kz.sheshim.adapter.logicng..");
        only("io.quarkus.qute..", "kz.sheshim.adapter.print..", "kz.sheshim.adapter.http.desk..");
        only("com.openhtmltopdf..", "kz.sheshim.adapter.print..");
        only("org.apache.pdfbox..", "kz.sheshim.adapter.print..");
        only("com.google.zxing..", "kz.sheshim.adapter.print..");
        only(
                "java.sql..",
                "kz.sheshim.adapter.panache..",
                "kz.sheshim.adapter.postgres..",
                "kz.sheshim.adapter.embedded..",
                "kz.sheshim.adapter.scheduler..");
        only("com.github.kagkarlsson..", "kz.sheshim.adapter.scheduler..");
        only("jakarta.persistence..", "kz.sheshim.adapter.panache..");
        only("io.quarkus.hibernate.orm..", "kz.sheshim.adapter.panache..");
        only("io.cloudevents..", "kz.sheshim.adapter.webhook..");
        only("com.standardwebhooks..", "kz.sheshim.adapter.webhook..");
        only("com.fasterxml.jackson.core..", "kz.sheshim.adapter.json..");
        only("com.fasterxml.jackson.databind..", "kz.sheshim.adapter.json..");
    }

    private static void only(String technology, String... adapters) {
        noClasses()
                .that(DescribedPredicate.not(resideInAnyPackage(adapters)))
                .should()
                .dependOnClassesThat(resideInAPackage(technology))
                .because("only " + String.join(" and ", adapters) + " may know " + technology)
                .check(CLASSES);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("kz.sheshim.(**)")
                .should()
                .beFreeOfCycles()
                .because("a package can only be understood after those it needs")
                .check(CLASSES);
    }

    @Test
    void nobodyAsksForTheTimeWithoutAClock() {
        DescribedPredicate<JavaMethodCall> now = DescribedPredicate.describe(
                "asks the system for the time",
                call -> call.getName().equals("now")
                                && call.getTargetOwner().getPackageName().equals("java.time")
                                && call.getTarget().getRawParameterTypes().stream()
                                        .noneMatch(type -> type.isEquivalentTo(java.time.Clock.class))
                        || call.getName().equals("currentTimeMillis"));
        noClasses()
                .should()
                .callMethodWhere(now)
                .orShould()
                .callConstructor(java.util.Date.class)
                .because("a verdict must not depend on when it is given, and tests choose the time")
                .check(CLASSES);
    }

    /** What an approver does with a draft, and the code of an outcome too. */
    private static final Set<String> WORDS_OF_DRAFTS = Set.of("reject", "rejected");

    /** Words of the workbook format that happen to be codes too. */
    private static final Set<String> WORDS_OF_THE_FORMAT = Set.of("none");

    @Test
    void noCodeOfTheLawStandsInTheJavaSources() throws Exception {
        Set<String> codes = codes(ShippedPolicyFixture.RULESET);
        codes.addAll(codes(SecondPolicyTest.ruleset()));
        codes.removeAll(WORDS_OF_THE_FORMAT);
        codes.removeAll(WORDS_OF_DRAFTS);
        assertThat(codes).hasSizeGreaterThan(300);
        Pattern literal = Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\""); // a long literal needs no stack
        Set<String> found = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                literal.matcher(Files.readString(source))
                        .results()
                        .map(match -> match.group(1))
                        .flatMap(text -> codesIn(text, codes))
                        .forEach(code -> found.add(source + ": " + code));
            }
        }
        assertThat(found).as("codes of the vocabulary in Java sources").isEmpty();
    }

    @Test
    void everyDefectHasABadWorkbook() throws IOException {
        Set<String> defects = CLASSES.stream()
                .filter(each -> each.isAssignableTo(Defect.class) && !each.isInterface())
                .filter(each -> BadWorkbooksTest.NOT_IN_WORKBOOKS.stream().noneMatch(each::isEquivalentTo))
                .map(each -> each.getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                        .toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        assertThat(BadWorkbooksTest.codes().collect(Collectors.toSet())).isEqualTo(defects);
    }

    /** A code that is the whole literal, and a code of several words anywhere in it. */
    private static Stream<String> codesIn(String literal, Set<String> codes) {
        return codes.stream()
                .filter(code -> literal.equals(code)
                        || (code.contains("-") || code.contains("."))
                                && literal.matches("(?s).*(?<![A-Za-z.-])" + Pattern.quote(code) + "(?![A-Za-z-]).*"));
    }

    static Set<String> codes(Ruleset ruleset) {
        Set<String> codes = new TreeSet<>();
        ruleset.vocabulary()
                .codeLists()
                .forEach(list -> codes.addAll(list.codes().keySet()));
        Catalogue catalogue = ruleset.catalogue();
        codes.addAll(catalogue.acts().keySet());
        codes.addAll(catalogue.grounds().keySet());
        catalogue.grounds().values().forEach(ground -> codes.add(ground.effect()));
        codes.addAll(catalogue.outcomes().keySet());
        codes.addAll(catalogue.notices().keySet());
        codes.addAll(catalogue.actions().keySet());
        ruleset.vocabulary().fields().stream()
                .filter(field -> !kz.sheshim.policy.VerdictFields.isOne(field.path()))
                .forEach(field -> codes.add(field.path().toString()));
        return codes;
    }
}
