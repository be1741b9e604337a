package kz.sheshim.receipt;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.ShippedPolicyFixture;
import kz.sheshim.access.Submitter;
import kz.sheshim.adapter.json.JacksonVerdictCodec;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.facts.Facts;
import kz.sheshim.log.Decision;
import kz.sheshim.log.DecisionId;
import kz.sheshim.policy.ReceiptForm;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.vocabulary.Language;

/** Receipts of decisions of the shipped policy that are not recorded. */
public final class ReceiptFixture {
    private ReceiptFixture() {}

    /** An application that is granted. */
    public static ApplicationFixture granted() {
        return new ApplicationFixture().set("documents.0.translation", "notarised");
    }

    /** An application that is refused acceptance for several defects. */
    public static ApplicationFixture refused() {
        return new ApplicationFixture()
                .set("documents.0.copyAttached", false)
                .set("applicant.existingIin", "123456789012");
    }

    /** An application that is denied for several reasons. */
    public static ApplicationFixture denied() {
        return granted()
                .set("applicant.consentToRestrictedData", false)
                .set("checks.earlierIinFound", true)
                .set("documents.0.authentic", false);
    }

    /** An application with this number of documents, all of them defective. */
    public static ApplicationFixture of(int documents) {
        ApplicationFixture application = refused();
        for (int i = 0; i < documents; i++) {
            application
                    .set("documents." + i + ".kind", "foreign-passport")
                    .set("documents." + i + ".number", "U" + (10_000_000 + i))
                    .set("documents." + i + ".issuedBy", i % 2 == 0 ? "TUR" : "CHN")
                    .set("documents." + i + ".script", "other")
                    .set("documents." + i + ".translation", "plain");
        }
        return application;
    }

    public static Receipt receipt(ApplicationFixture application, Language language) {
        return receipt(application, language, null);
    }

    /** The receipt with the form of this code; null: with the first form that the decision calls for. */
    public static Receipt receipt(ApplicationFixture application, Language language, String code) {
        return receipt(ShippedPolicyFixture.POLICY, application, language, code);
    }

    /** The same, of another policy with the fields of the shipped one. */
    public static Receipt receipt(
            DecidingPolicy policy, ApplicationFixture application, Language language, String code) {
        Ruleset ruleset = policy.ruleset();
        Facts facts = policy.read(application.body()).facts();
        Verdict verdict = policy.decide(facts);
        JacksonVerdictCodec codec = new JacksonVerdictCodec();
        Decision decision = new Decision(
                new DecisionId(UUID.fromString("01a2073c-f074-7a5a-b860-a72886ae7739")),
                new Submitter("intake-1"),
                application.reference(),
                Instant.parse("2026-11-20T05:15:00.123Z"),
                ruleset.revision(),
                "a test",
                new String(application.body(), StandardCharsets.UTF_8),
                codec.encodeSubmitted(facts),
                verdict,
                codec.encode(verdict),
                List.of());
        List<ReceiptForm> forms = ruleset.receipts().fitting(verdict.outcome(), verdict.actions(), verdict.filedOn());
        ReceiptForm form = forms.stream()
                .filter(each -> code == null || each.code().equals(code))
                .findFirst()
                .orElseThrow();
        return new ReceiptWriter(decision, facts, ruleset, language)
                .write(
                        form,
                        forms.stream()
                                .filter(each -> each != form)
                                .map(ReceiptForm::code)
                                .toList());
    }
}
