package kz.sheshim.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import kz.sheshim.log.Moments;
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.PublicationLog.Published;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A draft in an answer. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DraftView(
        @Schema(format = "uuid") String id,
        String title,
        @Schema(format = "date-time") String openedAt,
        String base,
        @Schema(enumeration = {"draft", "proposed", "approved", "in-force", "superseded", "rejected", "withdrawn"})
                String state,
        @Schema(description = "Another revision is in force than the one that it changes: rebase it") boolean stale,
        @Schema(description = "The revision of the newest version; absent if it cannot be read") @Nullable
                String revision,
        @Schema(
                        description =
                                "The revision is that of the base: at most notes, scenarios or the look of workbooks differ, so it cannot be proposed")
                boolean unchanged,
        @Schema(description = "Its rule files, which are code, differ from those of the base") boolean changesCode,
        @Schema(description = "It was published alone in an emergency, and nobody else has confirmed it")
                boolean unconfirmed,
        @Schema(format = "date-time", description = "When it comes into force") @Nullable String due,
        @Schema(description = "The entry of its publication") @Nullable Long entry,
        List<VersionView> versions,
        List<StepView> steps) {

    /** What was uploaded at once. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VersionView(
            int number,
            String author,
            @Schema(format = "date-time") String at,
            @Nullable String revision,
            int errors,
            boolean changesCode) {}

    /** What somebody did. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepView(
            @Schema(
                            enumeration = {
                                "comment",
                                "proposal",
                                "approval",
                                "rejection",
                                "withdrawal",
                                "emergency",
                                "confirmation",
                                "void"
                            })
                    String kind,
            String person,
            @Schema(format = "date-time") String at,
            @Nullable String revision,
            String text,
            @Schema(description = "The row (table/rule) or the case (table: situation) that a comment is about")
                    @Nullable
                    String about) {}

    /**
     * @param last the last publication: it says which law is in force
     */
    static DraftView of(Draft draft, Optional<Published> last) {
        Long entry = draft.entry() == null ? null : draft.entry().value();
        boolean isStale =
                last.isPresent() && draft.isStale(last.get().publication().revision());
        return new DraftView(
                draft.id().toString(),
                draft.title(),
                Moments.text(draft.openedAt()),
                draft.base().toString(),
                draft.state().code(),
                isStale,
                draft.revision().map(Object::toString).orElse(null),
                draft.isUnchanged(),
                draft.newest().changesCode(),
                draft.isUnconfirmed(),
                draft.due() == null ? null : Moments.text(draft.due()),
                entry,
                draft.versions().stream()
                        .map(version -> new VersionView(
                                version.number(),
                                version.author().name(),
                                Moments.text(version.at()),
                                version.revision() == null
                                        ? null
                                        : version.revision().toString(),
                                version.errors(),
                                version.changesCode()))
                        .toList(),
                draft.steps().stream()
                        .map(step -> new StepView(
                                step.kind().code(),
                                step.by().name(),
                                Moments.text(step.at()),
                                step.revision() == null ? null : step.revision().toString(),
                                said(step),
                                step.about()))
                        .toList());
    }

    /** What somebody said, or, of a publication that did not happen, why. */
    private static String said(Draft.Step step) {
        return switch (step.kind() == Draft.Step.Kind.VOID ? step.text() : "") {
            case "other-law" -> "At its moment another revision was in force than the one that it changes.";
            case "key-revoked" -> "The key of somebody who approved it was revoked before its moment.";
            default -> step.text();
        };
    }
}
