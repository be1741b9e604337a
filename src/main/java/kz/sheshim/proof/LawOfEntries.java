package kz.sheshim.proof;

import java.util.Objects;
import java.util.Optional;
import kz.sheshim.log.Publication;
import kz.sheshim.log.Seal;
import kz.sheshim.log.Statement;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** Which revision was in force at each entry. Takes the statements in the order of the entries. */
final class LawOfEntries {
    /** Null before the first publication: logs of early versions begin without one. */
    private @Nullable String law;

    /** What is wrong with the revision of this entry. */
    Optional<Phrase> take(Statement statement) {
        String revision = statement.value(Seal.REVISION).orElse(null);
        String before = law;
        if (statement.kind().equals(Publication.KIND)) {
            law = revision;
            return statement.value(Publication.REPLACED).equals(Optional.ofNullable(before))
                    ? Optional.empty()
                    : Optional.of(Phrase.of(
                            "it does not replace the revision that was in force, {0}", String.valueOf(before)));
        }
        boolean isLawful =
                !statement.kind().equals(Seal.DECISION) || before == null || Objects.equals(revision, before);
        return isLawful
                ? Optional.empty()
                : Optional.of(Phrase.of(
                        "it was decided by a revision that was not in force; that was {0}", String.valueOf(before)));
    }
}
