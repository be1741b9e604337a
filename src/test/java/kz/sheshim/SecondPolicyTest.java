package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.workbook.Limits;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The policy of another service, in another country with another week-end, is made of workbooks alone. */
class SecondPolicyTest {
    static final Path FOLDER = Path.of("src/test/resources/policies/heating-allowance");

    static Ruleset ruleset() throws Exception {
        return PolicyTools.compiler(Limits.USUAL, null).reader().read(new FolderPolicySource(FOLDER).files());
    }

    @Test
    void itIsCleanAndEveryRuleIsCovered() {
        assertThat(run("check", "-p", FOLDER.toString()))
                .startsWith("clean: 7 tables, 15 rules, 16 scenarios pass, 15 of 15 rules covered");
    }

    /** Three children: 260.5 dinars for oil, and half as much again. */
    @Test
    void theSameProgramDecidesIt() {
        String example = FOLDER.resolve("decision-tables/example.json").toString();
        assertThat(run("decide", "-p", FOLDER.toString(), example))
                .startsWith("awarded, filed on 2026-11-03")
                .contains("what-is-paid", "larger-family", "pay-out", "2026-12-03");
        assertThat(run("decide", "--json", "-p", FOLDER.toString(), example)).contains("390.75");
    }

    @Test
    void itSharesNoWordWithTheFirstPolicyAndNeedsNoRuleFile() throws Exception {
        Set<String> shared = new HashSet<>(ArchitectureTest.codes(ruleset()));
        assertThat(shared).hasSizeGreaterThan(40);
        shared.retainAll(ArchitectureTest.codes(ShippedPolicyFixture.RULESET));
        assertThat(shared).isEmpty();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allMatch(file -> file.getParent().endsWith("decision-tables"))
                    .allMatch(file -> file.toString().endsWith(".xlsx") || file.endsWith("example.json"));
        }
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        CommandWiring.commandLine(Clock.fixed(Instant.parse("2026-11-20T05:00:00Z"), ZoneOffset.UTC))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setOut(new PrintWriter(out))
                .execute(arguments);
        return out.toString();
    }
}
