package kz.sheshim.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.sheshim.table.Citation;
import kz.sheshim.verdict.Ground;
import kz.sheshim.verdict.Notice;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.vocabulary.Phrase;

/** A part of a verdict for which a scenario can have an expectation. */
public enum VerdictPart {
    OUTCOME(Phrase.of("outcome"), verdict -> List.of(verdict.outcome())),
    GROUNDS(
            Phrase.of("grounds"),
            verdict -> verdict.grounds().stream().map(Ground::name).toList()),
    CITATIONS(Phrase.of("citations"), verdict -> verdict.grounds().stream()
            .flatMap(ground -> ground.citations().stream())
            .map(Citation::act)
            .toList()),
    MISSING(Phrase.of("missing facts"), Verdict::missingFacts),
    NOTICES(
            Phrase.of("notices"),
            verdict -> verdict.notices().stream().map(Notice::name).toList()),
    ACTIONS(Phrase.of("actions"), Verdict::actions),
    DUE(Phrase.of("due date"), verdict -> Optional.ofNullable(verdict.due()).map(Object::toString).stream()
            .toList());

    private final Phrase named;
    private final Function<Verdict, List<String>> in;

    VerdictPart(Phrase named, Function<Verdict, List<String>> in) {
        this.named = named;
        this.in = in;
    }

    /** The name of the part in the binding of its column, after the arrow. */
    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** What it is called in sentences. */
    Phrase named() {
        return named;
    }

    /** The cell that expects this part of the verdict. */
    public String cell(Verdict verdict) {
        return String.join(", ", in(verdict));
    }

    /** The names in this part of the verdict. */
    List<String> in(Verdict verdict) {
        return in.apply(verdict);
    }

    /** Whether every sheet of scenarios needs a column for it. */
    boolean needed() {
        return this == OUTCOME || this == GROUNDS;
    }

    public static Optional<VerdictPart> of(String text) {
        return Arrays.stream(values()).filter(part -> part.text().equals(text)).findFirst();
    }
}
