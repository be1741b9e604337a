package kz.sheshim.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.sheshim.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** A part of a verdict that a scenario can speak of. */
public enum VerdictPart {
    OUTCOME(verdict -> List.of(verdict.outcome())),
    GROUNDS(verdict -> verdict.grounds().stream()
            .map(ground -> name(ground.code(), ground.subject()))
            .toList()),
    CITATIONS(verdict ->
            verdict.grounds().stream().map(ground -> ground.citation().act()).toList()),
    MISSING(Verdict::missingFacts),
    NOTICES(verdict -> verdict.notices().stream()
            .map(notice -> name(notice.code(), notice.subject()))
            .toList()),
    ACTIONS(Verdict::actions),
    DUE(verdict ->
            Optional.ofNullable(verdict.due()).map(Object::toString).stream().toList());

    private final Function<Verdict, List<String>> in;

    VerdictPart(Function<Verdict, List<String>> in) {
        this.in = in;
    }

    /** How the part is called in the binding of its column, behind the arrow. */
    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** What the verdict says of it, by name. */
    List<String> in(Verdict verdict) {
        return in.apply(verdict);
    }

    /** A sheet of scenarios must speak of it. */
    boolean needed() {
        return this == OUTCOME || this == GROUNDS;
    }

    static Optional<VerdictPart> of(String text) {
        return Arrays.stream(values()).filter(part -> part.text().equals(text)).findFirst();
    }

    /** As a cell writes a ground or notice with its subject. */
    static String name(String code, @Nullable String subject) {
        return subject == null ? code : code + " (" + subject + ")";
    }
}
