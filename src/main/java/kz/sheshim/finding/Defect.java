package kz.sheshim.finding;

import java.util.Locale;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** Something that can be wrong with a policy's files. Each kind is a record, which is named for what is wrong and holds what its message needs. */
public interface Defect {

    /** Stable: the name of the class in kebab-case. */
    default String code() {
        return code(getClass());
    }

    /** The code of a kind of defect. */
    static String code(Class<? extends Defect> kind) {
        return kind.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    default Severity severity() {
        return Severity.ERROR;
    }

    /** What was probably meant instead of the whole text of the cell; null if nobody can say. */
    default @Nullable String nearest() {
        return null;
    }

    /** What all cells have in common in which this is wrong for one reason, so that it is told once; null if it is told at each of them. */
    default @Nullable Object sameCause() {
        return null;
    }

    /** What is wrong and why it matters, in whole sentences. */
    Phrase wrong();

    /** What to write or do instead, in whole sentences. */
    Phrase advice();

    /** What is wrong, why it matters, what to write instead. */
    default Phrase phrase() {
        return Phrase.of("{0} {1}", wrong(), advice());
    }

    /** The same in English. */
    default String message() {
        return phrase().toString();
    }
}
