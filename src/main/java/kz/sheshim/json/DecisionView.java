package kz.sheshim.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import kz.sheshim.decision.Assessment;
import kz.sheshim.decision.RecordedDecision;
import kz.sheshim.log.DecisionSummary;
import kz.sheshim.log.Moments;
import kz.sheshim.log.tree.Hash;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.vocabulary.Language;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A decision as JSON. An assessment has no id, entry and time. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"id", "entry", "reference", "decidedAt", "revision", "engine", "leaf"})
public record DecisionView(
        @Schema(format = "uuid") @Nullable String id,
        @Nullable Long entry,
        String reference,
        @Schema(format = "date-time") @Nullable String decidedAt,
        String revision,
        String engine,
        @Schema(description = "The hash of the entry in the tree of the log, in Base64") @Nullable String leaf,
        @JsonUnwrapped @JsonProperty VerdictView verdict) {
    public static DecisionView of(RecordedDecision recorded, Language language) {
        return of(DecisionSummary.of(recorded.entry()), recorded.ruleset(), language);
    }

    public static DecisionView of(DecisionSummary decision, Ruleset ruleset, Language language) {
        return new DecisionView(
                decision.id().toString(),
                decision.number().value(),
                decision.reference(),
                Moments.text(decision.decidedAt()),
                decision.revision().toString(),
                decision.engine(),
                Hash.leaf(decision.statement().bytes()).base64(),
                VerdictView.of(decision.verdict(), decision.groundCells(), ruleset, language));
    }

    public static DecisionView of(Assessment assessment, Language language) {
        return new DecisionView(
                null,
                null,
                assessment.reference(),
                null,
                assessment.ruleset().revision().toString(),
                assessment.engine(),
                null,
                VerdictView.of(assessment.verdict(), assessment.ruleset(), language));
    }
}
