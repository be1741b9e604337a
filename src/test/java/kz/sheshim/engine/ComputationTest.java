package kz.sheshim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.SmallPolicyFixture;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.facts.ApplicationReader;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.vocabulary.Derivation;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What fields are that the column Derived from gives as expressions. */
class ComputationTest {
    private static final FieldPath DERIVED = FieldPath.parse("applicant.x").orElseThrow();

    private static final List<PolicyFile> FILES = new EditedPolicyFixture(new SmallPolicyFixture().files())
            .set("calendar.xlsx", "Calendar", "A5", "Time zone")
            .set("calendar.xlsx", "Calendar", "B5", "Asia/Almaty")
            .field("application.filedAt", "date-time", "unknown")
            .field("application.kinds", "list of kind", "unknown")
            .field("applicant.guardian", "text", "none")
            .field("applicant.name", "text", "none")
            .field("documents.fee", "number", "none")
            .field("documents.pages", "integer", "unknown")
            .field("documents.certified", "yes/no", "none")
            .files();

    private static EditedPolicyFixture policy(String type, String derivedFrom) {
        return new EditedPolicyFixture(FILES)
                .append(
                        "vocabulary.xlsx",
                        "Fields",
                        1,
                        Map.of(
                                "Field", DERIVED.toString(),
                                "Type", type,
                                "If absent", "none",
                                "Derived", "yes",
                                "Derived from", derivedFrom,
                                "Label en", "x",
                                "Label ru", "x",
                                "Label kk", "x",
                                "May change", "no",
                                "Personal", "no"));
    }

    private static String application(String application, String applicant, String documents) {
        return """
                {"application": {"filedOn": "2026-11-20", "reference": "R1", "channel": "portal" %s},
                 "applicant": {"age": 30 %s}, "documents": [%s]}
                """
                .formatted(application, applicant, documents);
    }

    private static final String TWO_DOCUMENTS =
            """
            {"kind": "passport", "validUntil": "2027-06-01", "fee": 10.50, "pages": 32, "certified": true},
            {"kind": "licence", "fee": 4.5, "pages": 2}
            """;

    private static String value(String type, String derivedFrom, String application) {
        Ruleset ruleset = policy(type, derivedFrom).read();
        FactLayout layout = new FactLayout(ruleset.vocabulary());
        ApplicationReader.Reading reading = new ApplicationReader(layout, 100)
                .read(new JacksonParser()
                        .parse(application.getBytes(StandardCharsets.UTF_8))
                        .value());
        assertThat(reading.faults()).isEmpty();
        Field field = ruleset.vocabulary().field(DERIVED).orElseThrow();
        Facts facts = reading.facts();
        Fact fact = new DerivedField(field, layout, ruleset.calendar()).fact(facts, FactPath.ONCE, null);
        if (fact instanceof Fact.Unknown unknown) {
            return unknown.missing().stream().map(Object::toString).collect(Collectors.joining(", ", "missing ", ""));
        }
        return fact instanceof Fact.Known known ? known.value().toString() : "absent";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // two fields, a field and a value
                "yes/no  | application.filedOn > 2026-11-01 | true",
                "yes/no  | application.channel = portal | true",
                "yes/no  | application.channel in (office, portal) | true",
                "yes/no  | application.channel != portal | false",
                "yes/no  | applicant.name = applicant.guardian | absent",
                "yes/no  | applicant.height >= 1.5 | false",
                "yes/no  | applicant.height != 1.5 | true",
                "yes/no  | applicant.height is missing | true",
                "yes/no  | applicant.height is not present and not (applicant.age < 18) | true",
                "yes/no  | application.kinds includes passport | missing application.kinds",
                "yes/no  | applicant.age >= 18 or application.kinds includes passport | true",
                "yes/no  | applicant.age < 18 and application.kinds includes passport | false",
                "yes/no  | applicant.age < 18 or application.kinds includes passport | missing application.kinds",
                // numbers
                "integer | applicant.age + 2 * 3 | 36",
                "integer | (applicant.age + 2) * -3 | -96",
                "number  | applicant.age / 4 | 7.5",
                "number  | applicant.age / 7 | 4.285714285714285714",
                "number  | applicant.age / 0 | absent",
                "integer | applicant.age * 999999999999999999 | absent",
                // a day and a length of time
                "date    | application.filedOn + 6 months | 2027-05-20",
                "date    | application.filedOn - 1 year | 2025-11-20",
                "date    | application.filedOn + applicant.age days | 2026-12-20",
                "date    | application.filedOn + 1 working day | 2026-11-23",
                "date    | application.filedOn + 1 day + 0 working days | 2026-11-23",
                "date    | application.filedOn - 5 working days | 2026-11-13",
                "date    | application.filedOn + 9000 years | absent",
                "date    | application.filedOn + 10 years + 0 working days | absent",
                "yes/no  | application.filedOn + 26 days is a working day | false",
                "yes/no  | application.filedOn + 29 days is a working day | true",
                "integer | days from application.filedOn to 2027-01-01 | 42",
                "integer | years from 2008-02-29 to application.filedOn | 18",
                "integer | working days from application.filedOn to 2026-12-21 | 21",
                "integer | working days from 2026-12-21 to application.filedOn | -21",
                "integer | weekday of application.filedOn | 5",
                // instances
                "integer | count of documents | 2",
                "integer | count of documents.kind: passport | 1",
                "integer | count of documents: documents.pages > 1 and documents.fee < 5 | 1",
                "integer | count of different documents.kind | 2",
                "number  | sum of documents.fee | 15",
                "number  | sum of documents.fee: documents.kind = licence | 4.5",
                "integer | max of documents.pages | 32",
                "date    | min of documents.validUntil | 2027-06-01",
                "yes/no  | any of documents: documents.validUntil >= application.filedOn + 6 months | true",
                "yes/no  | all of documents: documents.validUntil >= application.filedOn + 6 months | false",
                "yes/no  | all of documents: documents.pages > 1 | true",
                "yes/no  | all of documents: documents.certified = yes | false",
                "yes/no  | (count of documents: documents.pages > 1) >= 2 | true",
                "yes/no  | count of documents.kind: passport >= 2 | false",
                // one of two
                "integer | if applicant.age >= 18 then 1 else applicant.age | 1",
                "text    | if applicant.height > 2 then applicant.name else applicant.guardian | absent",
                "code kind | if applicant.age < 18 then passport else licence | licence",
            })
    void isWhatTheExpressionSays(String type, String expression, String value) {
        assertThat(value(type, expression, application("", "", TWO_DOCUMENTS))).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-20T17:59:00+05:00 | 2026-11-20",
                "2026-11-20T18:00:00+05:00 | 2026-11-23",
                "2026-11-20T13:00:00Z      | 2026-11-23",
                "2026-11-21T10:00:00+05:00 | 2026-11-23",
                "2026-11-20T23:00:00+09:00 | 2026-11-23",
                "2026-11-21T03:00:00+09:00 | 2026-11-23",
            })
    void momentAfterHoursCountsAsTheNextWorkingDay(String filedAt, String day) {
        String expression =
                "if hour of application.filedAt >= 18 then date of application.filedAt + 1 working day else date of application.filedAt + 0 working days";
        assertThat(value("date", expression, application(", \"filedAt\": \"" + filedAt + "\"", "", "")))
                .isEqualTo(day);
    }

    @Test
    void whatIsUnknownIsMissingUnlessItDoesNotMatter() {
        String one = "{\"kind\": \"passport\", \"pages\": 3}, {\"kind\": \"licence\"}";
        assertThat(value("yes/no", "any of documents: documents.pages > 2", application("", "", one)))
                .isEqualTo("true");
        assertThat(value("yes/no", "all of documents: documents.pages > 2", application("", "", one)))
                .isEqualTo("missing documents[1].pages");
        assertThat(value("yes/no", "all of documents: documents.pages > 3", application("", "", one)))
                .isEqualTo("false");
        assertThat(value("integer", "sum of documents.pages", application("", "", one)))
                .isEqualTo("missing documents[1].pages");
        assertThat(value("integer", "sum of documents.pages: documents.kind = passport", application("", "", one)))
                .isEqualTo("3");
    }

    @Test
    void ofNoInstancesNothingIsTrueAndAllIs() {
        String none = application("", "", "");
        assertThat(value("yes/no", "any of documents: documents.pages > 2", none))
                .isEqualTo("false");
        assertThat(value("yes/no", "all of documents: documents.pages > 2", none))
                .isEqualTo("true");
        assertThat(value("number", "sum of documents.fee", none)).isEqualTo("0");
        assertThat(value("number", "max of documents.fee", none)).isEqualTo("absent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "applicant.age >= 18",
                "count of documents.kind: passport",
                "(count of documents: documents.pages > 1) >= 2",
                "if applicant.age >= 18 then 1 else (applicant.age * 2) - 1",
                "all of documents: documents.kind in (licence, passport) and documents.validUntil is present",
                "application.filedOn + 6 working days > 2026-01-01",
                "hour of application.filedAt >= 18",
            })
    void canonicalTextReadsAsTheSame(String expression) {
        String type = expression.startsWith("if") || expression.startsWith("count") ? "integer" : "yes/no";
        Derivation read = derivation(type, expression);
        assertThat(derivation(type, read.toString())).isEqualTo(read);
        assertThat(derivation(type, "  " + expression.replace(" ", "  "))).isEqualTo(read);
    }

    private static Derivation derivation(String type, String expression) {
        return policy(type, expression)
                .read()
                .vocabulary()
                .field(DERIVED)
                .orElseThrow()
                .derivation();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yes/no  | applicant.age >= eighteen | wrong-type",
                "yes/no  | applicant.agee >= 18 | unknown-field",
                "yes/no  | application.channel = portl | unknown-code",
                "yes/no  | application.channel > portal | malformed-derivation",
                "yes/no  | applicant.age = applicant.name | malformed-derivation",
                "integer | applicant.age >= 18 | malformed-derivation",
                "integer | applicant.age / 2 | malformed-derivation",
                "yes/no  | documents.pages > 2 | malformed-derivation",
                "yes/no  | any of documents | malformed-derivation",
                "yes/no  | any of applicant: applicant.age > 2 | malformed-derivation",
                "yes/no  | any of document: applicant.age > 2 | unknown-name",
                "yes/no  | applicant.age >= 18 and | malformed-derivation",
                "yes/no  | applicant.age >= 18 applicant.age | malformed-derivation",
                "yes/no  | (applicant.age >= 18 | malformed-derivation",
                "yes/no  | 18 <= applicant.age | malformed-derivation",
                "date    | application.filedOn + 6 | malformed-derivation",
                "date    | application.filedOn + six months | wrong-type",
                "number  | average of documents.fee | malformed-derivation",
                "number  | sum of documents.kind | malformed-derivation",
                "yes/no  | applicant.age is 18 | malformed-derivation",
                "yes/no  | 1 = 1 | malformed-derivation",
            })
    void whatIsWrongIsAFindingAtItsCell(String type, String expression, String code) {
        assertThat(policy(type, expression).findings()).isEqualTo(List.of(code + " at vocabulary.xlsx › Fields › E18"));
    }

    @Test
    void hourOfAMomentNeedsATimeZone() {
        assertThat(policy("integer", "hour of application.filedAt")
                        .set("calendar.xlsx", "Calendar", "A5", null)
                        .set("calendar.xlsx", "Calendar", "B5", null)
                        .findings())
                .containsExactly("malformed-derivation at vocabulary.xlsx › Fields › E18");
        assertThat(policy("integer", "hour of application.filedAt")
                        .set("calendar.xlsx", "Calendar", "B5", "Asia/Almata")
                        .findings())
                .contains("unknown-word at calendar.xlsx › Calendar › B5");
    }
}
