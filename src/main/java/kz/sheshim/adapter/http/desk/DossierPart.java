package kz.sheshim.adapter.http.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.sheshim.adapter.http.desk.Phrases.Said;
import kz.sheshim.publication.Dossier;
import kz.sheshim.publication.DossierContent;
import kz.sheshim.publication.DossierEffect;
import kz.sheshim.publication.Dossiers;
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.ScenarioCounts;
import kz.sheshim.publication.ToldChange;
import kz.sheshim.publication.ToldFinding;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.SheetAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a dossier says, for its page.
 *
 * @param scenarios null if the draft could not be decided by
 * @param impact null if no recorded application was decided again
 * @param noEffect why none could be decided again; null: they could, or there is none
 * @param withheld the effect is on so few applications that whoever may not read them does not see it
 * @param retroactive the rows that change the law of days that have passed
 */
public record DossierPart(
        Made made,
        int errors,
        List<Told> findings,
        @Nullable ScenarioCounts scenarios,
        List<Meaning> meanings,
        @Nullable Effect impact,
        @Nullable Said noEffect,
        boolean withheld,
        List<Retroactive> retroactive) {

    /** The same, whose findings lead to their cells. @param page of the cell of a finding; empty: it has none */
    DossierPart linked(Function<Told, String> page) {
        return new DossierPart(
                made,
                errors,
                findings.stream().map(told -> told.at(page.apply(told))).toList(),
                scenarios,
                meanings,
                impact,
                noEffect,
                withheld,
                retroactive);
    }

    /** The number of findings that are only warnings. */
    public long warnings() {
        return findings.stream()
                .filter(each -> !each.severity().equals("error"))
                .count();
    }

    /** A row that changes the law of days that have passed. @param since the first of them; empty: there is no first one */
    public record Retroactive(String row, String since) {}

    /**
     * How old a dossier is.
     *
     * @param by the version of the service and its engine
     * @param lastEntry the last one of the record then; empty: it has no effect, or is of an earlier version
     * @param since number of decisions that were recorded since
     */
    public record Made(Instant at, String by, String lastEntry, String since) {
        static Made of(Dossier dossier, OptionalLong lastEntry, LongToIntFunction recordedSince) {
            if (lastEntry.isEmpty()) {
                return new Made(dossier.madeAt(), dossier.maker(), "", "");
            }
            long last = lastEntry.getAsLong();
            int since = recordedSince.applyAsInt(last);
            return new Made(
                    dossier.madeAt(),
                    dossier.maker(),
                    String.valueOf(last),
                    since + (since == Dossiers.MAX_SINCE ? "+" : ""));
        }
    }

    /**
     * A finding.
     *
     * @param code of its kind; empty in dossiers of earlier versions
     * @param sheet null: it is not on a sheet, or a dossier of an earlier version does not say it
     * @param cell null: it is about the whole sheet, or not on a sheet
     * @param row the cells of the row that would close a gap, by their column; null: it is no gap
     * @param page where the cell can be seen; empty: nowhere
     */
    public record Told(
            String severity,
            String code,
            String place,
            @Nullable SheetAddress sheet,
            @Nullable String cell,
            Said message,
            @Nullable Map<?, ?> row,
            String page) {
        Told at(String where) {
            return new Told(severity, code, place, sheet, cell, message, row, where);
        }

        static Told of(ToldFinding finding, Function<Phrase, Said> said) {
            return new Told(
                    finding.severity(),
                    finding.code(),
                    finding.place(),
                    finding.sheet(),
                    finding.within(),
                    said.apply(finding.message()),
                    finding.row(),
                    "");
        }

        /** Whether the scenario at this place fails. */
        public boolean ofScenario() {
            return code.equals("scenario-fails");
        }
    }

    /**
     * What the changes of a table come to.
     *
     * @param title of the table; empty: the law in force does not have it
     * @param notCompared why that could not be said; null: it could
     */
    public record Meaning(
            String table, String title, boolean equivalent, @Nullable Said notCompared, List<Case> cases, boolean all) {
        /** The name of a case, for comments on it. */
        public String about(Case one) {
            return Draft.Step.situation(table, one.name());
        }
    }

    /**
     * A case that would be decided otherwise.
     *
     * @param name is the same in every language
     * @param lost whether the table says nothing on it any more
     */
    public record Case(String name, Said situation, Said before, Said after, boolean lost) {
        static Case of(
                String table,
                String name,
                Phrase situation,
                Phrase before,
                Phrase after,
                Function<Phrase, Said> said,
                CellWords words) {
            return new Case(
                    name,
                    said.apply(words.ofCase(situation)),
                    said.apply(words.ofConclusion(table, before)),
                    said.apply(words.ofConclusion(table, after)),
                    after.equals(Phrase.of("nothing")));
        }
    }

    /**
     * What would become of recorded decisions.
     *
     * @param sameOutcome number of those that differ, but not in their outcome
     * @param flow of the others
     * @param reasons why the draft decides some of them not at all
     * @param due what becomes of due dates
     */
    public record Effect(
            long decided,
            long changed,
            long sameByOtherRules,
            long unreadable,
            long undecided,
            List<Reason> reasons,
            Due due,
            long sameOutcome,
            Flow flow,
            List<Count> gained,
            List<Count> lost,
            List<Count> rules,
            List<Changed> decisions,
            Selected selected) {}

    /** Which recorded applications were decided again; empty texts, and no newest: any. @param known whether the dossier says so; older ones do not */
    public record Selected(
            boolean known, String from, String to, String outcome, String ground, String submitter, long newest) {
        static Selected of(Optional<DossierEffect.Selected> selection, UnaryOperator<String> outcome) {
            return selection
                    .map(each -> new Selected(
                            true,
                            each.from(),
                            each.to(),
                            each.outcome().isEmpty() ? "" : outcome.apply(each.outcome()),
                            each.ground(),
                            each.submitter(),
                            each.newest()))
                    .orElse(new Selected(false, "", "", "", "", "", 0));
        }
    }

    /**
     * Due dates that would be others.
     *
     * @param other number of them, with those that are gained and lost
     * @param later by how many calendar days they would be later; negative: earlier
     * @param workingLater the same in working days
     */
    public record Due(long other, long gained, long lost, List<Later> later, List<Later> workingLater) {
        static Due of(DossierEffect effect) {
            return new Due(
                    effect.otherDueDate(),
                    effect.dueDatesGained(),
                    effect.dueDatesLost(),
                    later(effect.dueLaterByDays()),
                    later(effect.dueLaterByWorkingDays()));
        }

        private static List<Later> later(Map<String, Long> byDays) {
            return byDays.entrySet().stream()
                    .map(each -> new Later(Long.parseLong(each.getKey()), each.getValue()))
                    .sorted(Comparator.comparingLong(Later::days))
                    .toList();
        }
    }

    /** How many due dates the draft would move by this number of days; negative: to an earlier day. */
    public record Later(long days, long number) {
        /** With a plus for days later. */
        public String signed() {
            return days > 0 ? "+" + days : days < 0 ? "−" + -days : "0";
        }
    }

    public record Count(String name, long number) {}

    /** A reason why applications get no verdict. @param number of these applications */
    public record Reason(Said text, long number) {}

    /** One application that would be decided otherwise. */
    public record Changed(
            String decision, String before, String after, String dueBefore, String dueAfter, String why) {}

    /**
     * @param content what the dossier says to the reader
     * @param recordedSince counts the decisions that were recorded after an entry
     * @param said what a phrase is in the language of the reader
     * @param words the labels of fields and codes
     */
    static DossierPart of(
            Dossier dossier,
            DossierContent content,
            LongToIntFunction recordedSince,
            Function<Phrase, Said> said,
            CellWords words) {
        Optional<DossierEffect> effect = content.effect();
        return new DossierPart(
                Made.of(dossier, content.lastEntry(), recordedSince),
                dossier.errors(),
                content.findings().stream()
                        .map(each -> Told.of(each, message -> said.apply(words.ofFinding(message))))
                        .toList(),
                content.scenarios().orElse(null),
                content.changes().stream()
                        .flatMap(each -> Stream.ofNullable(each.meaning()))
                        .map(each -> meaning(each, said, words))
                        .toList(),
                effect.filter(DossierEffect::isCounted)
                        .map(each -> effect(each, words::outcome, said))
                        .orElse(null),
                effect.flatMap(DossierEffect::failed).map(said).orElse(null),
                effect.flatMap(DossierEffect::withheld).isPresent(),
                content.retroactive().stream()
                        .map(each -> new Retroactive(
                                Draft.Step.row(each.rule().table(), each.rule().rule()),
                                Objects.toString(each.since(), "")))
                        .toList());
    }

    private static Meaning meaning(ToldChange.Meaning meaning, Function<Phrase, Said> said, CellWords words) {
        String table = meaning.table();
        Phrase notCompared = meaning.notCompared();
        return new Meaning(
                table,
                words.title(table),
                meaning.equivalent(),
                notCompared == null ? null : said.apply(notCompared),
                meaning.cases().stream()
                        .map(one -> Case.of(table, one.name(), one.situation(), one.before(), one.after(), said, words))
                        .toList(),
                meaning.all());
    }

    private static Effect effect(DossierEffect effect, UnaryOperator<String> outcome, Function<Phrase, Said> said) {
        List<Flow.Pair> pairs = new ArrayList<>();
        effect.outcomes()
                .forEach((before, afters) -> afters.forEach((after, number) ->
                        pairs.add(new Flow.Pair(outcome.apply(before), outcome.apply(after), number))));
        List<Count> rules = new ArrayList<>(counts(effect.rulesGained(), "+ "));
        rules.addAll(counts(effect.rulesLost(), "− "));
        rules.addAll(counts(effect.rulesChanged(), "± "));
        return new Effect(
                effect.decided(),
                effect.changed(),
                effect.sameByOtherRules(),
                effect.unreadable(),
                effect.undecided(),
                effect.reasons().stream()
                        .sorted(Comparator.comparingLong(DossierEffect.Reason::number)
                                .reversed())
                        .map(each -> new Reason(said.apply(each.text()), each.number()))
                        .toList(),
                Due.of(effect),
                pairs.stream()
                        .filter(pair -> pair.before().equals(pair.after()))
                        .mapToLong(Flow.Pair::number)
                        .sum(),
                Flow.of(pairs.stream()
                        .filter(pair -> !pair.before().equals(pair.after()))
                        .toList()),
                counts(effect.gained(), ""),
                counts(effect.lost(), ""),
                rules,
                effect.decisions().stream()
                        .map(each -> new Changed(
                                each.decision(),
                                outcome.apply(each.before()),
                                outcome.apply(each.after()),
                                each.dueBefore(),
                                each.dueAfter(),
                                why(each)))
                        .toList(),
                Selected.of(effect.selection(), outcome));
    }

    private static String why(DossierEffect.Changed change) {
        return Stream.of(
                        change.rulesGained().stream().map(rule -> "+ " + rule),
                        change.rulesLost().stream().map(rule -> "− " + rule),
                        change.rulesChanged().stream().map(rule -> "± " + rule))
                .flatMap(rules -> rules)
                .collect(Collectors.joining(", "));
    }

    private static List<Count> counts(Map<String, Long> numbers, String sign) {
        return numbers.entrySet().stream()
                .map(each -> new Count(sign + each.getKey(), each.getValue()))
                .sorted(Comparator.comparingLong(Count::number).reversed())
                .toList();
    }
}
