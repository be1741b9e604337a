package kz.sheshim.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.log.Moments;
import kz.sheshim.publication.Dossier;
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
        int errors,
        @Schema(description = "What is being done for another one, which will take its place; left out: nothing")
                @Nullable
                String progress,
        @Schema(description = "Why another one, which was ordered, could not be made") @Nullable String failure,
        @Schema(
                        description =
                                "findings, scenarios (coverage, those of the base as before, and how many small mistakes they notice), changes, impact (with the selection of recorded applications)")
                Map<String, Object> content) {

    /**
     * @param progress what is being done for another one; null: nothing
     * @param failure why another one could not be made; null: it could
     * @param readsDecisions whether the reader may know which decisions are concerned
     */
    static DossierView of(
            Draft draft,
            Dossier dossier,
            @Nullable String progress,
            @Nullable String failure,
            JsonParser parser,
            boolean readsDecisions) {
        Map<String, Object> content = content(dossier, parser);
        if (!readsDecisions && content.get("impact") instanceof Map<?, ?> impact) {
            Map<Object, Object> counts = new LinkedHashMap<>(impact);
            counts.remove("decisions");
            content.put("impact", counts);
        }
        return new DossierView(
                draft.revision().map(Object::toString).orElse(null),
                dossier.base().toString(),
                dossier.version(),
                Moments.text(dossier.madeAt()),
                dossier.errors(),
                progress,
                failure,
                content);
    }

    static Map<String, Object> content(Dossier dossier, JsonParser parser) {
        Map<String, Object> content = new LinkedHashMap<>();
        if (parser.parse(dossier.content().getBytes(StandardCharsets.UTF_8)).value() instanceof Map<?, ?> members) {
            members.forEach((name, value) -> content.put(name.toString(), value));
        }
        return content;
    }
}
