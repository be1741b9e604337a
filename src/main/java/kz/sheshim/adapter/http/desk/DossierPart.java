package kz.sheshim.adapter.http.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongToIntFunction;
import java.util.function.UnaryOperator;
import kz.sheshim.adapter.http.desk.Phrases.Said;
import kz.sheshim.finding.Finding;
import kz.sheshim.publication.Dossier;
import kz.sheshim.publication.Dossiers;
import kz.sheshim.publication.Draft;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.Address;
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
        @Nullable Scenarios scenarios,
        List<Meaning> meanings,
        @Nullable Effect impact,
        @Nullable Said noEffect,
        boolean withheld,
        List<Retroactive> retroactive) {

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
        static Made of(Dossier dossier, Map<?, ?> content, LongToIntFunction recordedSince) {
            if (!content.containsKey(Dossiers.LAST_ENTRY)) {
                return new Made(dossier.madeAt(), dossier.maker(), "", "");
            }
            long last = number(content.get(Dossiers.LAST_ENTRY));
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
     */
    public record Told(
            String severity,
            String code,
            String place,
            @Nullable SheetAddress sheet,
            @Nullable String cell,
            Said message,
            @Nullable Map<?, ?> row) {
        static Told of(Finding finding, Function<Phrase, Said> said) {
            Address address = finding.address();
            return new Told(
                    finding.defect().severity().code(),
                    finding.defect().code(),
                    address.toString(),
                    address.sheet() == null ? null : new SheetAddress(address.file(), address.sheet()),
                    address.sheet() == null ? null : address.within(),
                    said.apply(finding.defect().phrase()),
                    null);
        }

        static Told of(Map<?, ?> finding, Function<Phrase, Said> said) {
            boolean isOnSheet = finding.containsKey("sheet");
            return new Told(
                    text(finding, "severity"),
                    finding.containsKey("code") ? text(finding, "code") : "",
                    text(finding, "place"),
                    isOnSheet ? new SheetAddress(text(finding, "file"), text(finding, "sheet")) : null,
                    isOnSheet && finding.containsKey("within") ? text(finding, "within") : null,
                    said.apply(Phrase.in(finding, "message")),
                    finding.get("row") instanceof Map<?, ?> row ? row : null);
        }

        /** Whether the scenario at this place fails. */
        public boolean ofScenario() {
            return code.equals("scenario-fails");
        }
    }

    /**
     * How the worked examples came out.
     *
     * @param before what those of the base exercise; null: the base was not compared
     * @param mistakes null if none were made
     */
    public record Scenarios(
            long total, List<String> failing, Coverage after, @Nullable Coverage before, @Nullable Mistakes mistakes) {
        static Scenarios of(Map<?, ?> run) {
            return new Scenarios(
                    number(run.get("total")),
                    list(run.get("failing")).stream().map(String::valueOf).toList(),
                    Coverage.of(run),
                    run.get("before") instanceof Map<?, ?> base ? Coverage.of(base) : null,
                    run.containsKey("mistakes")
                            ? new Mistakes(
                                    number(run.get("mistakes")),
                                    number(run.get("noticedMistakes")),
                                    number(run.get("untriedMistakes")))
                            : null);
        }
    }

    /** How many rules scenarios exercise, and how many cells decide in one. */
    public record Coverage(long rules, long coveredRules, long cells, long decisiveCells) {
        static Coverage of(Map<?, ?> run) {
            return new Coverage(
                    number(run.get("rules")),
                    number(run.get("coveredRules")),
                    number(run.get("cells")),
                    number(run.get("decisiveCells")));
        }
    }

    /** Small mistakes that were made in the tables, one at a time, and how many of them scenarios notice. @param untried for want of time */
    public record Mistakes(long made, long noticed, long untried) {}

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
     */
    public record Case(String name, Said situation, Said before, Said after) {}

    /**
     * What would become of recorded decisions.
     *
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
            Flow flow,
            List<Count> gained,
            List<Count> lost,
            List<Count> rules,
            List<Changed> decisions,
            Selected selected) {}

    /** Which recorded applications were decided again; empty texts, and no newest: any. @param known whether the dossier says so; older ones do not */
    public record Selected(
            boolean known, String from, String to, String outcome, String ground, String submitter, long newest) {
        static Selected of(@Nullable Object selection, UnaryOperator<String> outcome) {
            Map<?, ?> said = selection instanceof Map<?, ?> map ? map : Map.of();
            String only = one(said, "outcome");
            return new Selected(
                    selection != null,
                    one(said, "from"),
                    one(said, "to"),
                    only.isEmpty() ? "" : outcome.apply(only),
                    one(said, "ground"),
                    one(said, "submitter"),
                    number(said.get("newest")));
        }

        private static String one(Map<?, ?> said, String name) {
            return said.containsKey(name) ? text(said, name) : "";
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
        static Due of(Map<?, ?> impact) {
            return new Due(
                    number(impact.get("otherDueDate")),
                    number(impact.get("dueDatesGained")),
                    number(impact.get("dueDatesLost")),
                    later(impact.get("dueLaterByDays")),
                    later(impact.get("dueLaterByWorkingDays")));
        }

        private static List<Later> later(@Nullable Object byDays) {
            List<Later> all = new ArrayList<>();
            counts(byDays, "").forEach(each -> all.add(new Later(Long.parseLong(each.name()), each.number())));
            all.sort(Comparator.comparingLong(Later::days));
            return all;
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
     * @param content what the dossier says to the reader, as maps and lists
     * @param recordedSince counts the decisions that were recorded after an entry
     * @param said what a phrase is in the language of the reader
     * @param words the labels of fields and codes
     */
    static DossierPart of(
            Dossier dossier,
            Map<?, ?> content,
            LongToIntFunction recordedSince,
            Function<Phrase, Said> said,
            CellWords words) {
        List<Told> findings = maps(content.get("findings")).stream()
                .map(each -> Told.of(each, said))
                .toList();
        List<Meaning> meanings = new ArrayList<>();
        for (Map<?, ?> each : maps(content.get("changes"))) {
            if (each.containsKey("equivalent")) {
                String table = String.valueOf(list(each.get("place")).get(1));
                meanings.add(new Meaning(
                        table,
                        words.title(table),
                        Boolean.TRUE.equals(each.get("equivalent")),
                        each.containsKey("notCompared") ? said.apply(Phrase.in(each, "notCompared")) : null,
                        maps(each.get("cases")).stream()
                                .map(one -> new Case(
                                        text(one, "case"),
                                        said.apply(words.ofCase(Phrase.in(one, "case"))),
                                        said.apply(words.ofConclusion(table, Phrase.in(one, "before"))),
                                        said.apply(words.ofConclusion(table, Phrase.in(one, "after")))))
                                .toList(),
                        !Boolean.FALSE.equals(each.get("allCases"))));
            }
        }
        return new DossierPart(
                Made.of(dossier, content, recordedSince),
                dossier.errors(),
                findings,
                content.get("scenarios") instanceof Map<?, ?> run ? Scenarios.of(run) : null,
                meanings,
                content.get("impact") instanceof Map<?, ?> impact && impact.containsKey("decided")
                        ? effect(impact, words::outcome, said)
                        : null,
                content.get("impact") instanceof Map<?, ?> impact && impact.containsKey("failed")
                        ? said.apply(Phrase.in(impact, "failed"))
                        : null,
                content.get("impact") instanceof Map<?, ?> impact && impact.containsKey("withheld"),
                maps(content.get("retroactive")).stream()
                        .map(each -> new Retroactive(
                                Draft.Step.row(text(each, "table"), text(each, "rule")), day(each, "since")))
                        .toList());
    }

    private static Effect effect(Map<?, ?> impact, UnaryOperator<String> outcome, Function<Phrase, Said> said) {
        List<Flow.Pair> pairs = new ArrayList<>();
        if (impact.get("outcomes") instanceof Map<?, ?> outcomes) {
            outcomes.forEach((before, after) -> ((Map<?, ?>) after)
                    .forEach((to, number) -> pairs.add(new Flow.Pair(
                            outcome.apply(before.toString()), outcome.apply(to.toString()), number(number)))));
        }
        List<Count> rules = new ArrayList<>(counts(impact.get("rulesGained"), "+ "));
        rules.addAll(counts(impact.get("rulesLost"), "− "));
        rules.addAll(counts(impact.get("rulesChanged"), "± "));
        return new Effect(
                number(impact.get("decided")),
                number(impact.get("changed")),
                number(impact.get("sameByOtherRules")),
                number(impact.get("unreadable")),
                number(impact.get("undecided")),
                reasons(impact, said),
                Due.of(impact),
                Flow.of(pairs),
                counts(impact.get("gained"), ""),
                counts(impact.get("lost"), ""),
                rules,
                maps(impact.get("decisions")).stream()
                        .map(each -> new Changed(
                                text(each, "decision"),
                                outcome.apply(text(each, "before")),
                                outcome.apply(text(each, "after")),
                                day(each, "dueBefore"),
                                day(each, "dueAfter"),
                                why(each)))
                        .toList(),
                Selected.of(impact.get("selection"), outcome));
    }

    /** Why applications get no verdict. A dossier of an earlier version has only texts in English. */
    private static List<Reason> reasons(Map<?, ?> impact, Function<Phrase, Said> said) {
        Map<String, Phrase> phrases = new HashMap<>();
        maps(impact.get("undecidedReasons"))
                .forEach(each -> phrases.put(text(each, "reason"), Phrase.in(each, "reason")));
        return counts(impact.get("undecidedBecause"), "").stream()
                .map(each -> new Reason(
                        said.apply(
                                phrases.getOrDefault(each.name(), Phrase.in(Map.of("reason", each.name()), "reason"))),
                        each.number()))
                .toList();
    }

    private static String why(Map<?, ?> change) {
        List<String> rules = new ArrayList<>();
        list(change.get("rulesGained")).forEach(rule -> rules.add("+ " + rule));
        list(change.get("rulesLost")).forEach(rule -> rules.add("− " + rule));
        list(change.get("rulesChanged")).forEach(rule -> rules.add("± " + rule));
        return String.join(", ", rules);
    }

    private static List<Count> counts(@Nullable Object numbers, String sign) {
        List<Count> counts = new ArrayList<>();
        if (numbers instanceof Map<?, ?> map) {
            map.forEach((name, number) -> counts.add(new Count(sign + name, number(number))));
        }
        counts.sort((a, b) -> Long.compare(b.number(), a.number()));
        return counts;
    }

    private static List<Map<?, ?>> maps(@Nullable Object list) {
        List<Map<?, ?>> maps = new ArrayList<>();
        list(list).forEach(each -> maps.add((Map<?, ?>) each));
        return maps;
    }

    private static List<?> list(@Nullable Object list) {
        return list instanceof List<?> all ? all : List.of();
    }

    /** Empty: there is none, or a dossier of an earlier version does not say it. */
    private static String day(Map<?, ?> map, String name) {
        return map.get(name) == null ? "" : text(map, name);
    }

    private static String text(Map<?, ?> map, String name) {
        return String.valueOf(map.get(name));
    }

    private static long number(@Nullable Object number) {
        return number instanceof Number value ? value.longValue() : 0;
    }
}
