package kz.sheshim.bench.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the tables find in one application, counted as table D wants it. */
public final class Findings {
    private static final Set<String> FATAL = Set.of("G01", "G02", "G03", "G04", "G05", "G06");
    private static final DocumentKind[] KINDS = DocumentKind.values();

    private final List<Finding> found = new ArrayList<>();
    private int required;
    private int denials;
    private boolean fatal;
    private int missing;
    private int expired;
    private int translation;

    public void require(DocumentKind kind) {
        required |= 1 << kind.ordinal();
    }

    public void translation(String code, DocumentKind kind) {
        found.add(new Finding(Finding.Sort.TRANSLATION, code, kind));
        translation++;
    }

    public void denial(String code) {
        denial(code, FATAL.contains(code));
    }

    void denial(String code, boolean isFatal) {
        found.add(new Finding(Finding.Sort.DENIAL, code, null));
        denials++;
        fatal |= isFatal;
    }

    /** The required documents that are not there, or there but no longer valid. */
    void lookFor(Application application) {
        for (int left = required; left != 0; left &= left - 1) {
            lookFor(KINDS[Integer.numberOfTrailingZeros(left)], application);
        }
    }

    private void lookFor(DocumentKind kind, Application application) {
        for (Document document : application.documents()) {
            if (document.kind() == kind) {
                if (document.validUntil().isBefore(application.filingDate())) {
                    found.add(new Finding(Finding.Sort.EXPIRED, kind.name(), null));
                    expired++;
                }
                return;
            }
        }
        found.add(new Finding(Finding.Sort.MISSING, kind.name(), null));
        missing++;
    }

    int denials() {
        return denials;
    }

    boolean fatal() {
        return fatal;
    }

    int missing() {
        return missing;
    }

    int expired() {
        return expired;
    }

    int translation() {
        return translation;
    }

    Answer answer(Outcome verdict, Route route) {
        return new Answer(verdict, route, found);
    }
}
