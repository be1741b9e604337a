package kz.sheshim.finding;

import java.util.Locale;

/** A sort of thing that can be wrong with a policy's files. */
public interface Defect {

    /** Stable: the class name in kebab-case. */
    default String code() {
        return code(getClass());
    }

    /** The code of a sort of defect. */
    static String code(Class<? extends Defect> sort) {
        return sort.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    default Severity severity() {
        return Severity.ERROR;
    }

    /** What is wrong, why it matters, what to write instead. */
    String message();
}
