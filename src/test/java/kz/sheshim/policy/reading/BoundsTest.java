package kz.sheshim.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.ShippedPolicyFixture;
import kz.sheshim.SmallPolicyFixture;
import kz.sheshim.adapter.http.contract.ApplicationSchema;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.facts.ApplicationReader;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The least and the greatest value of a field: columns of the sheet Fields. */
class BoundsTest {
    private static final String AGE = "5";
    private static final String HEIGHT = "6";
    private static final String VALID = "9";
    private static final String VALID_UNTIL = "10";

    private static EditedPolicyFixture policy() {
        return new EditedPolicyFixture(new SmallPolicyFixture().files())
                .set("vocabulary.xlsx", "Fields", "L1", "At least")
                .set("vocabulary.xlsx", "Fields", "M1", "At most");
    }

    private static EditedPolicyFixture policy(String row, String least, String greatest) {
        return policy().set("vocabulary.xlsx", "Fields", "L" + row, least)
                .set("vocabulary.xlsx", "Fields", "M" + row, greatest);
    }

    private static Map<String, String> faults(Vocabulary vocabulary, String json) {
        return new ApplicationReader(new FactLayout(vocabulary), 100)
                        .read(new JacksonParser()
                                .parse(json.getBytes(StandardCharsets.UTF_8))
                                .value())
                        .faults()
                        .stream()
                        .collect(java.util.stream.Collectors.toMap(fault -> fault.path(), fault -> fault.message()));
    }

    private static String application(String applicant, String validUntil) {
        return """
                {"application": {"filedOn": "2026-11-20", "reference": "R", "channel": "portal"},
                 "applicant": {%s}, "documents": [{}, {"validUntil": "%s"}]}"""
                .formatted(applicant, validUntil);
    }

    @Test
    void valueBeyondABoundIsRefusedWithItsPathAndTheBound() {
        Vocabulary vocabulary = policy(AGE, "0", "150")
                .set("vocabulary.xlsx", "Fields", "M" + HEIGHT, "2.72")
                .set("vocabulary.xlsx", "Fields", "L" + VALID_UNTIL, "application.filedOn")
                .set("vocabulary.xlsx", "Fields", "M" + VALID_UNTIL, "2100-12-31")
                .read()
                .vocabulary();
        assertThat(faults(vocabulary, application("\"age\": 0, \"height\": 2.72", "2026-11-20")))
                .isEmpty();
        assertThat(faults(vocabulary, application("\"age\": 150", "2100-12-31")))
                .isEmpty();
        assertThat(faults(vocabulary, application("\"age\": -1, \"height\": 2.73", "2026-11-19")))
                .isEqualTo(Map.of(
                        "$.applicant.age", "out of bounds; accepted is 0 or more",
                        "$.applicant.height", "out of bounds; accepted is 2.72 or less",
                        "$.documents[1].validUntil", "out of bounds; accepted is $.application.filedOn or later"));
        assertThat(faults(vocabulary, application("\"age\": 151", "2101-01-01")))
                .isEqualTo(Map.of(
                        "$.applicant.age", "out of bounds; accepted is 150 or less",
                        "$.documents[1].validUntil", "out of bounds; accepted is 2100-12-31 or earlier"));
    }

    @Test
    void applicantOfTheShippedPolicyIsBornBeforeFiling() {
        Vocabulary vocabulary = ShippedPolicyFixture.RULESET.vocabulary();
        ApplicationFixture application =
                new ApplicationFixture().set("application.filedAt", "2026-11-20T00:30:00+05:00");
        assertThat(faults(
                        vocabulary,
                        application.set("applicant.birthDate", "2026-11-20").toString()))
                .isEmpty();
        assertThat(faults(
                        vocabulary,
                        application.set("applicant.birthDate", "2026-11-21").toString()))
                .isEqualTo(
                        Map.of("$.applicant.birthDate", "out of bounds; accepted is $.application.filedAt or earlier"));
        assertThat(faults(
                        vocabulary,
                        application.set("applicant.birthDate", "0019-11-21").toString()))
                .isEqualTo(Map.of("$.applicant.birthDate", "out of bounds; accepted is 1900-01-01 or later"));
    }

    @ParameterizedTest
    @CsvSource({
        AGE + ", no, , wrong-type L",
        AGE + ", 5, 4, misordered-bounds M",
        AGE + ", , applicant.agee, unknown-field M",
        AGE + ", , application.filedOn, unsuitable-name M",
        AGE + ", , documents.pages, unknown-field M",
        VALID_UNTIL + ", , documents.validUntil, unsuitable-name M",
        "4, portal, , needless-cell L",
        VALID + ", , yes, needless-cell M"
    })
    void boundThatCannotBeOneIsAFinding(String row, String least, String greatest, String expected) {
        assertThat(policy(row, least, greatest).findings())
                .containsExactly(expected.replace(" ", " at vocabulary.xlsx › Fields › ") + row);
    }

    @Test
    void boundsBelongToTheRevisionTheSchemaAndTheProofs() {
        Ruleset bounded = policy(AGE, "16", "150").read();
        assertThat(bounded.revision()).isNotEqualTo(policy().read().revision());
        assertThat(ApplicationSchema.of(bounded.vocabulary(), Language.ENGLISH, true)
                        .toString())
                .contains("minimum=16, maximum=150");
        SmallPolicyFixture small = new SmallPolicyFixture();
        policy(AGE, "16", "150").files().forEach(file -> small.with(file.path().replaceFirst(".*/", ""), file.bytes()));
        assertThat(small.check().findings())
                .as("a rule for those who are under 16")
                .extracting(finding -> finding.defect().code() + " " + finding.rule())
                .containsExactly("never-matches AG-1");
    }
}
