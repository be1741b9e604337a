package kz.sheshim.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.sheshim.table.Citation;
import kz.sheshim.table.RuleId;
import kz.sheshim.table.Term;
import kz.sheshim.verdict.Ground;
import kz.sheshim.verdict.MatchedRule;
import kz.sheshim.verdict.Notice;
import kz.sheshim.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** A verdict as the decision log stores it: without texts, which depend on the reader. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StoredVerdict(
        String outcome,
        String filedOn,
        List<StoredGround> grounds,
        List<String> missingFacts,
        List<StoredNotice> notices,
        List<String> actions,
        @Nullable Integer workingDays,
        @Nullable StoredTerm term,
        @Nullable String due,
        List<StoredRule> matched,
        @Nullable Map<String, Object> textValues) {

    /**
     * A ground, with the rule that gave it.
     *
     * @param also its citations after the first; left out if there is only one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StoredGround(
            String code,
            String effect,
            @Nullable String subject,
            String table,
            String rule,
            StoredCitation citation,
            @Nullable List<StoredCitation> also) {}

    /** The provision behind a ground. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StoredCitation(String act, @Nullable String place, String status) {}

    /** A term that is not in working days. */
    public record StoredTerm(int length, Term.Unit unit, Term.OnDayOff onDayOff) {}

    /** A notice. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StoredNotice(String code, @Nullable String subject) {}

    /** A rule that matched, with the values that it read. */
    public record StoredRule(String table, String rule, Map<String, @Nullable Object> values) {}

    public Verdict verdict() {
        return new Verdict(
                outcome,
                LocalDate.parse(filedOn),
                grounds.stream().map(StoredVerdict::ground).toList(),
                missingFacts,
                notices.stream()
                        .map(notice -> new Notice(notice.code(), notice.subject()))
                        .toList(),
                actions,
                given(),
                due == null ? null : LocalDate.parse(due),
                matched.stream()
                        .map(rule ->
                                new MatchedRule(new RuleId(rule.table(), rule.rule()), new TreeMap<>(rule.values())))
                        .toList(),
                textValues == null ? Map.of() : textValues);
    }

    private @Nullable Term given() {
        if (term != null) {
            return new Term(term.length(), term.unit(), term.onDayOff());
        }
        return workingDays == null ? null : Term.ofWorkingDays(workingDays);
    }

    private static Ground ground(StoredGround ground) {
        List<Citation> citations = new ArrayList<>();
        citations.add(citation(ground.citation()));
        if (ground.also() != null) {
            ground.also().forEach(citation -> citations.add(citation(citation)));
        }
        return new Ground(
                ground.code(), ground.effect(), ground.subject(), new RuleId(ground.table(), ground.rule()), citations);
    }

    private static Citation citation(StoredCitation citation) {
        return new Citation(citation.act(), citation.place(), Citation.Status.of(citation.status()));
    }
}
