package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import kz.sheshim.adapter.json.JacksonVerdictCodec;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.json.VerdictView;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.verdict.VerdictDifference;
import kz.sheshim.vocabulary.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of facts in the texts of grounds and notices. */
class TextValuesTest {
    private static final byte[] APPLICATION =
            """
            {"application": {"filedOn": "2026-11-20", "reference": "R1", "channel": "portal"},
             "applicant": {"age": 12}, "documents": [{"kind": "passport"}]}
            """
                    .getBytes(StandardCharsets.UTF_8);

    private static EditedPolicyFixture small() {
        return new EditedPolicyFixture(new SmallPolicyFixture().files());
    }

    private static EditedPolicyFixture field(EditedPolicyFixture policy, String path, String type, String from) {
        return policy.append(
                "vocabulary.xlsx",
                "Fields",
                1,
                Map.ofEntries(
                        Map.entry("Field", path),
                        Map.entry("Type", type),
                        Map.entry("If absent", "none"),
                        Map.entry("Derived", "yes"),
                        Map.entry("Derived from", from),
                        Map.entry("Label en", "x"),
                        Map.entry("Label ru", "x"),
                        Map.entry("Label kk", "x"),
                        Map.entry("May change", "no"),
                        Map.entry("Personal", "no")));
    }

    /** A day and a number that no table reads, and a fact of the application. */
    private static EditedPolicyFixture policy() {
        EditedPolicyFixture policy = small();
        field(policy, "application.duty", "number", "applicant.age * 1028.75");
        field(policy, "application.answerBy", "date", "application.filedOn + 2 months");
        field(policy, "application.nothing", "date", "min of documents.validUntil");
        for (String column : List.of("C", "D", "E")) {
            policy.set(
                    "vocabulary.xlsx",
                    "Grounds",
                    column + "2",
                    "Age {applicant.age} {application.channel} {application.nothing}");
        }
        return policy.set("vocabulary.xlsx", "Notices", "B2", "Pay {application.duty} by {application.answerBy}")
                .set("vocabulary.xlsx", "Notices", "C2", "{application.duty}, {application.answerBy}")
                .set("vocabulary.xlsx", "Notices", "D2", "{application.duty}, {application.answerBy}");
    }

    @Test
    void areFormattedForTheLanguageAndPartOfTheVerdict() {
        try (DecidingPolicy policy = policy().policy()) {
            Verdict verdict = policy.decide(policy.read(APPLICATION).facts());
            assertThat(verdict.textValues())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "applicant.age",
                            12L,
                            "application.channel",
                            "portal",
                            "application.duty",
                            12345L,
                            "application.answerBy",
                            "2027-01-20"));
            assertThat(policy.reference().decide(policy.read(APPLICATION).facts()))
                    .isEqualTo(verdict);
            JacksonVerdictCodec codec = new JacksonVerdictCodec();
            assertThat(codec.decode(codec.encode(verdict))).isEqualTo(verdict);
            assertThat(ground(verdict, policy, Language.ENGLISH)).isEqualTo("Age 12 portal en —");
            assertThat(ground(verdict, policy, Language.of("ru"))).isEqualTo("Age 12 portal ru —");
            assertThat(notice(verdict, policy, Language.ENGLISH)).isEqualTo("Pay 12,345 by 20 January 2027");
            assertThat(notice(verdict, policy, Language.of("ru"))).isEqualTo("12 345, 20 января 2027 г.");
            assertThat(notice(verdict, policy, Language.of("kk"))).startsWith("12 345, 2027 ж. 20 қаңтар");
        }
    }

    private static String ground(Verdict verdict, DecidingPolicy policy, Language language) {
        return VerdictView.of(verdict, policy.ruleset(), language)
                .grounds()
                .get(0)
                .text();
    }

    private static String notice(Verdict verdict, DecidingPolicy policy, Language language) {
        return VerdictView.of(verdict, policy.ruleset(), language)
                .notices()
                .get(0)
                .text()
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }

    /** A second term, and the term of an action: a date that is derived from a number which a table gives. */
    @Test
    void actionsSayValuesOfFieldsThatOccurOnce() {
        EditedPolicyFixture edited = small().set("vocabulary.xlsx", "Actions", "B2", "Send by {application.sendBy}")
                .set("vocabulary.xlsx", "Actions", "C2", "{application.sendBy}")
                .set("vocabulary.xlsx", "Actions", "D2", "{application.sendBy}");
        field(edited, "application.sendBy", "date", "application.filedOn + 3 working days");
        try (DecidingPolicy policy = edited.policy()) {
            Verdict verdict = policy.decide(policy.read(APPLICATION).facts());
            assertThat(verdict.textValues()).isEqualTo(Map.of("application.sendBy", "2026-11-25"));
            assertThat(policy.reference().decide(policy.read(APPLICATION).facts()))
                    .isEqualTo(verdict);
            assertThat(VerdictView.of(verdict, policy.ruleset(), Language.ENGLISH)
                            .actions())
                    .extracting(VerdictView.ActionView::text)
                    .containsExactly("Send by 25 November 2026");
        }
        assertThat(small().set("vocabulary.xlsx", "Actions", "B2", "{documents.kind}")
                        .findings())
                .containsExactly("unknown-placeholder at vocabulary.xlsx › Actions › B2");
        assertThat(small().set("vocabulary.xlsx", "Actions", "B2", "{subject}").findings())
                .containsExactly("unknown-placeholder at vocabulary.xlsx › Actions › B2");
    }

    @Test
    void fieldOfAnInstanceIsThatOfTheSubject() {
        EditedPolicyFixture edited = small().set("tables.xlsx", "Documents", "A5", "For each")
                .set("tables.xlsx", "Documents", "B5", "documents")
                .set("tables.xlsx", "Documents", "D9", "no")
                .set("tables.xlsx", "Documents", "F9", null);
        for (String column : List.of("C", "D", "E")) {
            edited.set(
                    "vocabulary.xlsx",
                    "Grounds",
                    column + "3",
                    "{subject}: {documents.kind}, {documents.validUntil}, {application.channel}");
        }
        try (DecidingPolicy policy = edited.policy()) {
            byte[] application =
                    """
                    {"application": {"filedOn": "2026-11-20", "reference": "R1", "channel": "portal"}, "applicant": {"age": 30},
                     "documents": [{"kind": "passport"}, {"kind": "licence", "validUntil": "2027-01-20"}, {"kind": "licence"}]}
                    """
                            .getBytes(StandardCharsets.UTF_8);
            Verdict verdict = policy.decide(policy.read(application).facts());
            assertThat(verdict.textValues())
                    .isEqualTo(Map.of(
                            "application.channel", "portal",
                            "documents[1].kind", "licence",
                            "documents[1].validUntil", "2027-01-20",
                            "documents[2].kind", "licence"));
            assertThat(policy.reference().decide(policy.read(application).facts()))
                    .isEqualTo(verdict);
            assertThat(VerdictView.of(verdict, policy.ruleset(), Language.ENGLISH)
                            .grounds())
                    .extracting(VerdictView.GroundView::text)
                    .containsExactly(
                            "document 2: licence en, 20 January 2027, portal en",
                            "document 3: licence en, —, portal en");
        }
    }

    @Test
    void verdictsWithOtherValuesDiffer() {
        Verdict one = new Verdict(
                "denied",
                java.time.LocalDate.EPOCH,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                Map.of("a.b", 1L));
        Verdict other = new Verdict(
                "denied",
                java.time.LocalDate.EPOCH,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                Map.of("a.b", 2L));
        assertThat(VerdictDifference.between(one, other))
                .extracting(VerdictDifference::what)
                .containsExactly("values in texts");
    }

    @ParameterizedTest
    @CsvSource({
        "{applicant.agee}, unknown-placeholder",
        "{documents.kindd}, unknown-placeholder",
        "{applicant.resident}, unknown-placeholder"
    })
    void whatCannotStandThereIsAFinding(String placeholder, String finding) {
        assertThat(small().set("vocabulary.xlsx", "Notices", "B2", placeholder).findings())
                .containsExactly(finding + " at vocabulary.xlsx › Notices › B2");
    }
}
