package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.logicng.LogicNgSolver;
import kz.sheshim.analysis.Effort;
import kz.sheshim.analysis.TableAnalysis;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.json.VerdictView;
import kz.sheshim.publication.PolicyCheck;
import kz.sheshim.verdict.Ground;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.workbook.Limits;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Changes of the law of the second policy from 2027 on, in its workbooks alone: nothing is found in them, the last day before is decided as before, and the first
 * day otherwise. More of them: {@link LegalChangeTest}; in a further language {@link LanguagesOfPolicyTest}; of receipts
 * {@link kz.sheshim.receipt.DatedReceiptsTest}.
 */
class RehearsedChangesTest {
    private static final PolicyCheck CHECK = new PolicyCheck(
            PolicyTools.compiler(Limits.USUAL, null),
            new TableAnalysis(LogicNgSolver::new, Effort.USUAL),
            Clock.fixed(Instant.parse("2026-11-20T05:00:00Z"), ZoneOffset.UTC));

    private static final String RULES = "allowance.xlsx";
    private static final String WORDS = "vocabulary.xlsx";
    /** Thursday, and Friday (in 2027 a working day). */
    private static final String LAST_DAY = "2026-12-31T10:00:00+04:00";

    private static final String FIRST_DAY = "2027-01-01T10:00:00+04:00";

    private static EditedPolicyFixture policy() {
        return new EditedPolicyFixture(new FolderPolicySource(SecondPolicyTest.FOLDER).files());
    }

    private static Map<String, String> row(String... texts) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < texts.length; i += 2) {
            row.put(texts[i], texts[i + 1]);
        }
        return row;
    }

    /** @param from what it is derived from, nothing where a table gives it; null if applications say it */
    private static EditedPolicyFixture field(
            EditedPolicyFixture policy, String path, String type, String ifAbsent, @Nullable String from) {
        return policy.append(
                WORDS,
                "Fields",
                1,
                row(
                        "Field",
                        path,
                        "Type",
                        type,
                        "If absent",
                        ifAbsent,
                        "Derived",
                        from == null ? "no" : "yes",
                        "Derived from",
                        from,
                        "Label en",
                        "New field",
                        "Label ru",
                        "Новое поле",
                        "Label kk",
                        "Жаңа өріс",
                        "May change",
                        "no",
                        "Personal",
                        "no"));
    }

    private static EditedPolicyFixture ground(EditedPolicyFixture policy, String code) {
        return policy.append(
                WORDS,
                "Grounds",
                1,
                row(
                        "Ground", code,
                        "Effect", "return",
                        "Text en", "Not shown.",
                        "Text ru", "Не показано.",
                        "Text kk", "Көрсетілмеген.",
                        "Remedy en", "Show it.",
                        "Remedy ru", "Покажите.",
                        "Remedy kk", "Көрсетіңіз."));
    }

    /** A condition on a further column of the claims that are sent back, and the row that has it, from 2027 on. */
    private static EditedPolicyFixture sentBack(EditedPolicyFixture policy, String field, String cell, String code) {
        return ground(policy, code)
                .set(RULES, "Claims returned", "K7", "Further")
                .set(RULES, "Claims returned", "K8", field)
                .append(
                        RULES,
                        "Claims returned",
                        7,
                        row(
                                "Rule",
                                "CR-90",
                                "From",
                                "2027-01-01",
                                field,
                                cell,
                                "→ code",
                                code,
                                "→ citation",
                                "BYLAW",
                                "→ place",
                                "2(2)",
                                "→ status",
                                "verified"));
    }

    private static byte[] claim(String receivedAt, String claim, String child) {
        return """
                {"claim": {"number": "PS-1", "receivedAt": "%s", "paidThisWinter": false %s}, "dwelling": {"fuel": "gas"},
                 "members": [{"kinship": "head", "birthDate": "1985-05-05", "income": 0},
                             {"kinship": "child", "birthDate": "2015-06-01", "income": 0 %s}]}
                """
                .formatted(receivedAt, claim, child)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Verdict decide(DecidingPolicy policy, String receivedAt, String claim, String child) {
        Verdict verdict =
                policy.decide(policy.read(claim(receivedAt, claim, child)).facts());
        assertThat(policy.reference()
                        .decide(policy.read(claim(receivedAt, claim, child)).facts()))
                .isEqualTo(verdict);
        return verdict;
    }

    private static Verdict decide(DecidingPolicy policy, String receivedAt) {
        return decide(policy, receivedAt, "", "");
    }

    /** The changed policy, in which nothing is found; the last day of 2026 is decided as without the change. */
    private static DecidingPolicy clean(EditedPolicyFixture changed) {
        assertThat(CHECK.check(changed.files()).findings()).isEmpty();
        DecidingPolicy deciding = changed.policy();
        try (DecidingPolicy before = policy().policy()) {
            Verdict was = decide(before, LAST_DAY);
            Verdict is = decide(deciding, LAST_DAY);
            assertThat(was.outcome()).isEqualTo("awarded");
            assertThat(is.outcome()).isEqualTo(was.outcome());
            assertThat(is.due()).isEqualTo(was.due());
            assertThat(is.notices()).isEqualTo(was.notices());
            assertThat(decide(before, FIRST_DAY).due()).hasToString("2027-02-01");
        }
        return deciding;
    }

    @Test
    void termInMonthsBecomesOneInCalendarDays() {
        EditedPolicyFixture changed = policy().set(RULES, "Term", "C9", "2026-12-31")
                .set(RULES, "Term", "G7", "Days")
                .set(RULES, "Term", "G8", "→ calendar days")
                .append(
                        RULES,
                        "Term",
                        7,
                        row(
                                "Rule", "TM-2",
                                "From", "2027-01-01",
                                "verdict.outcome", "awarded, rejected",
                                "→ calendar days", "15",
                                "→ on a day off", "previous working day"));
        try (DecidingPolicy deciding = clean(changed)) {
            assertThat(decide(deciding, FIRST_DAY).due()).as("Saturday is off").hasToString("2027-01-15");
        }
    }

    @Test
    void noticeSaysADerivedDay() {
        EditedPolicyFixture changed = field(policy(), "claim.againFrom", "date", "none", "claim.countsFrom + 1 year")
                .append(
                        WORDS,
                        "Notices",
                        1,
                        row(
                                "Notice", "again",
                                "Text en", "Claim again from {claim.againFrom} on.",
                                "Text ru", "Снова с {claim.againFrom}.",
                                "Text kk", "Қайтадан {claim.againFrom} бастап."))
                .append(
                        RULES,
                        "What is said",
                        7,
                        row("Rule", "WS-3", "From", "2027-01-01", "verdict.outcome", "awarded", "→ code", "again"));
        try (DecidingPolicy deciding = clean(changed)) {
            assertThat(VerdictView.of(decide(deciding, FIRST_DAY), deciding.ruleset(), Language.ENGLISH)
                            .notices())
                    .extracting(VerdictView.NoticeView::text)
                    .contains("Claim again from 1 January 2028 on.");
        }
    }

    @Test
    void officeClosesLaterAndMovesItsDaysOff() {
        EditedPolicyFixture changed = policy().set(
                        WORDS,
                        "Fields",
                        "E4",
                        "if hour of claim.receivedAt >= 15 and date of claim.receivedAt < 2027-01-01 or"
                                + " hour of claim.receivedAt >= 17"
                                + " then date of claim.receivedAt + 1 working day"
                                + " else date of claim.receivedAt + 0 working days")
                .set("calendar.xlsx", "Calendar", "D5", "2027-01-31")
                .append(
                        "calendar.xlsx",
                        "Calendar",
                        1,
                        row("Setting", "Weekly days off", "Value", "Friday, Saturday", "From", "2027-02-01"));
        try (DecidingPolicy deciding = clean(changed)) {
            assertThat(decide(deciding, "2026-12-30T16:00:00+04:00").filedOn()).hasToString("2026-12-31");
            assertThat(decide(deciding, "2027-01-29T10:00:00+04:00").filedOn())
                    .as("a Friday")
                    .hasToString("2027-01-29");
            assertThat(decide(deciding, "2027-02-05T10:00:00+04:00").filedOn())
                    .as("a Friday")
                    .hasToString("2027-02-07");
            assertThat(decide(deciding, "2027-01-04T16:00:00+04:00").filedOn()).hasToString("2027-01-04");
            assertThat(decide(deciding, "2027-01-04T17:00:00+04:00").filedOn()).hasToString("2027-01-05");
        }
    }

    @Test
    void eachChildNeedsACertificateThatIsStillValid() {
        EditedPolicyFixture changed = field(policy(), "members.certificateUntil", "date", "none", null);
        field(
                changed,
                "claim.allCertified",
                "yes/no",
                "no",
                "all of members: members.kinship != child or members.certificateUntil >= claim.countsFrom + 6 months");
        sentBack(changed, "claim.allCertified", "no", "no-certificate");
        try (DecidingPolicy deciding = clean(changed)) {
            assertThat(decide(deciding, FIRST_DAY).grounds())
                    .extracting(Ground::code)
                    .containsExactly("no-certificate");
            assertThat(decide(deciding, FIRST_DAY, "", ", \"certificateUntil\": \"2027-06-30\"")
                            .outcome())
                    .isEqualTo("returned");
            assertThat(decide(deciding, FIRST_DAY, "", ", \"certificateUntil\": \"2027-07-01\"")
                            .outcome())
                    .isEqualTo("awarded");
        }
    }

    @Test
    void atLeastTwoDifferentProofsOfThreeAreOneRow() {
        EditedPolicyFixture changed = policy();
        for (String kind : List.of("payslip", "tax", "bank")) {
            changed.append(
                    WORDS,
                    "Codes",
                    1,
                    row("List", "proof", "Code", kind, "Label en", kind, "Label ru", kind, "Label kk", kind));
        }
        field(changed, "members.proof", "code proof", "none", null);
        field(
                changed,
                "claim.twoProofs",
                "yes/no",
                "no",
                "(count of different members.proof: members.proof in (payslip, tax, bank)) >= 2");
        sentBack(changed, "claim.twoProofs", "no", "proofs-missing");
        try (DecidingPolicy deciding = clean(changed)) {
            String second =
                    ", \"proof\": \"bank\"}, {\"kinship\": \"spouse\", \"birthDate\": \"1986-01-01\", \"income\": 0";
            assertThat(decide(deciding, FIRST_DAY, "", ", \"proof\": \"tax\"").outcome())
                    .isEqualTo("returned");
            assertThat(decide(deciding, FIRST_DAY, "", second + ", \"proof\": \"bank\"")
                            .outcome())
                    .as("the same twice")
                    .isEqualTo("returned");
            assertThat(decide(deciding, FIRST_DAY, "", second + ", \"proof\": \"tax\"")
                            .outcome())
                    .isEqualTo("awarded");
        }
    }

    /** Without the fact the claim is sent back, with the provision that asks for it. */
    @Test
    void factIsMandatoryFromADayOnByAGround() {
        EditedPolicyFixture changed = field(policy(), "claim.phone", "text", "none", null);
        sentBack(changed, "claim.phone", "missing", "no-phone");
        try (DecidingPolicy deciding = clean(changed)) {
            Verdict without = decide(deciding, FIRST_DAY);
            assertThat(without.outcome()).isEqualTo("returned");
            assertThat(without.grounds().get(0).citations().get(0).act()).isEqualTo("BYLAW");
            assertThat(decide(deciding, FIRST_DAY, ", \"phone\": \"1\"", "").outcome())
                    .isEqualTo("awarded");
        }
    }

    /** Without the fact nothing is decided, and the verdict asks for it. */
    @Test
    void factIsAskedForFromADayOnByARowThatReadsIt() {
        EditedPolicyFixture changed = field(policy(), "claim.oathTaken", "yes/no", "unknown", null);
        sentBack(changed, "claim.oathTaken", "no", "no-oath");
        try (DecidingPolicy deciding = clean(changed)) {
            Verdict without = decide(deciding, FIRST_DAY);
            assertThat(without.outcome()).isEqualTo("pending");
            assertThat(without.missingFacts()).containsExactly("claim.oathTaken");
            assertThat(decide(deciding, FIRST_DAY, ", \"oathTaken\": true", "").outcome())
                    .isEqualTo("awarded");
            assertThat(decide(deciding, FIRST_DAY, ", \"oathTaken\": false", "").outcome())
                    .isEqualTo("returned");
        }
    }

    /** A further term, and the term of an action: a number that a table gives, and the day that follows from it. */
    @Test
    void actionHasATermOfItsOwn() {
        EditedPolicyFixture changed = field(policy(), "claim.daysToPay", "integer", "5", "");
        field(changed, "claim.payBy", "date", "none", "claim.countsFrom + claim.daysToPay working days");
        changed.edit(
                        RULES,
                        book -> write(
                                book.createSheet("Days to pay"),
                                List.of(
                                        List.of("Table", "days-to-pay"),
                                        List.of("Title", "Working days until the payment"),
                                        List.of("Hit policy", "COLLECT"),
                                        List.of("Gives", "fact"),
                                        List.of(),
                                        List.of(),
                                        List.of("Rule", "From", "Until", "Fuel", "Days"),
                                        List.of("", "", "", "dwelling.fuel", "→ claim.daysToPay"),
                                        List.of("DP-1", "2027-01-01", "", "gas", "3"))))
                .set(WORDS, "Actions", "B2", "Pay by {claim.payBy}.")
                .set(WORDS, "Actions", "C2", "Выплатить до {claim.payBy}.")
                .set(WORDS, "Actions", "D2", "{claim.payBy} дейін төлеу.");
        try (DecidingPolicy deciding = clean(changed)) {
            assertThat(pay(deciding, LAST_DAY)).isEqualTo("Pay by 7 January 2027.");
            assertThat(pay(deciding, FIRST_DAY)).isEqualTo("Pay by 6 January 2027.");
        }
    }

    private static void write(XSSFSheet sheet, List<List<String>> rows) {
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                if (!rows.get(r).get(c).isEmpty()) {
                    (sheet.getRow(r) == null ? sheet.createRow(r) : sheet.getRow(r))
                            .createCell(c)
                            .setCellValue(rows.get(r).get(c));
                }
            }
        }
    }

    private static String pay(DecidingPolicy deciding, String receivedAt) {
        return VerdictView.of(decide(deciding, receivedAt), deciding.ruleset(), Language.ENGLISH)
                .actions()
                .get(0)
                .text();
    }

    private static EditedPolicyFixture successor(String until) {
        EditedPolicyFixture changed = policy().set(RULES, "Claims returned", "C10", until)
                .append(
                        WORDS,
                        "Acts",
                        1,
                        row(
                                "Act", "BYLAW2",
                                "Title en", "Second by-law",
                                "Title ru", "Второе постановление",
                                "Title kk", "Екінші қаулы",
                                "Wording en", "first wording",
                                "Wording ru", "первая редакция",
                                "Wording kk", "бірінші редакция",
                                "In force from", "2027-01-01"));
        return changed.append(
                        WORDS,
                        "Places",
                        1,
                        row(
                                "Act",
                                "BYLAW2",
                                "Place",
                                "7",
                                "Text en",
                                "section 7",
                                "Text ru",
                                "статья 7",
                                "Text kk",
                                "7-бап"))
                .append(
                        RULES,
                        "Claims returned",
                        7,
                        row(
                                "Rule", "CR-91",
                                "From", "2027-01-01",
                                "dwelling.leaseTooShort", "yes",
                                "→ code", "lease-too-short",
                                "→ citation", "BYLAW2",
                                "→ place", "7",
                                "→ status", "verified"));
    }

    @Test
    void rowOfAnotherActWhoseOldOneGoesOnIsOneFindingAtTheOldOne() {
        assertThat(CHECK.check(successor(null).files()).findings())
                .extracting(finding -> finding.defect().code() + " at " + finding.address())
                .containsExactly("superseded-not-ended at allowance.xlsx › Claims returned › A10");
        clean(successor("2026-12-31")).close();
    }
}
