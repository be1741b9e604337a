package kz.sheshim.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongToIntFunction;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.log.Moments;
import kz.sheshim.publication.Dossier;
import kz.sheshim.publication.DossierContent;
import kz.sheshim.publication.Draft;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A dossier in an answer. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DossierView(
        @Schema(description = "The revision that it is about") @Nullable String revision,
        String base,
        int version,
        @Schema(format = "date-time") String madeAt,
        @Schema(
                        description =
                                "The version of the service and its engine; another one makes it anew until the draft"
                                        + " is decided")
                String madeBy,
        @Schema(
                        description =
                                "Number of decisions that were recorded after content.lastEntry, so that the effect"
                                        + " does not know them; 10,000 means: or more. Left out: the dossier has no"
                                        + " effect, or is of an earlier version")
                @Nullable
                Integer recordedSince,
        int errors,
        @Schema(description = "What is being done for another one, which will take its place; left out: nothing")
                @Nullable
                String progress,
        @Schema(description = "Why another one, which was ordered, could not be made") @Nullable String failure,
        @Schema(
                        description =
                                "findings, scenarios (coverage, those of the base as before, and how many small mistakes they notice), changes, retroactive (the rows that change the law of days that have passed: by now, or by the moment of the draft), zone (of these days), impact (with the selection of recorded applications: changed counts those that are decided otherwise, sameByOtherRules those that other rules decide the same; withheld from whoever may not read them, if it is about fewer than 10), lastEntry (the last one of the record then)")
                Map<String, Object> content) {

    /**
     * @param progress what is being done for another one; null: nothing
     * @param failure why another one could not be made; null: it could
     * @param now the moment for a draft that has none
     * @param since counts the decisions that were recorded after an entry
     * @param readsDecisions whether the reader may know which decisions are concerned
     */
    static DossierView of(
            Draft draft,
            Dossier dossier,
            @Nullable String progress,
            @Nullable String failure,
            Instant now,
            JsonParser parser,
            LongToIntFunction since,
            boolean readsDecisions) {
        DossierContent content = DossierContent.of(dossier, parser).forReader(draft, now, readsDecisions);
        OptionalLong lastEntry = content.lastEntry();
        return new DossierView(
                draft.revision().map(Object::toString).orElse(null),
                dossier.base().toString(),
                dossier.version(),
                Moments.text(dossier.madeAt()),
                dossier.maker(),
                lastEntry.isPresent() ? since.applyAsInt(lastEntry.getAsLong()) : null,
                dossier.errors(),
                progress,
                failure,
                content.json());
    }
}
