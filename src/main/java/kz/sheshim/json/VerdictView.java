package kz.sheshim.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.Citation;
import kz.sheshim.table.Term;
import kz.sheshim.verdict.Ground;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.verdict.VerdictTexts;
import kz.sheshim.vocabulary.Language;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A verdict as JSON, with its texts in one language. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VerdictView(
        String outcome,
        String text,
        @Schema(format = "date") String filedOn,
        List<GroundView> grounds,
        List<String> missingFacts,
        List<NoticeView> notices,
        List<ActionView> actions,
        @Nullable TermView term,
        @Schema(format = "date") @Nullable String due,
        List<MatchedView> matched) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record GroundView(
            String code,
            String effect,
            @Nullable String subject,
            String text,
            String remedy,
            RuleView rule,
            CitationView citation,
            List<CitationView> citations) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RuleView(String table, String rule, @Nullable String cell) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CitationView(String id, String act, String wording, @Nullable String place, String status) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NoticeView(String code, @Nullable String subject, String text) {}

    public record ActionView(String code, String text) {}

    /** In one of three units; with the day that counts when the last one is a day off, unless the term is in working days. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TermView(
            @Nullable Integer workingDays,
            @Nullable Integer calendarDays,
            @Nullable Integer months,
            @Nullable String onDayOff) {
        static @Nullable TermView of(@Nullable Term term) {
            return term == null
                    ? null
                    : new TermView(
                            term.in(Term.Unit.WORKING_DAYS),
                            term.in(Term.Unit.CALENDAR_DAYS),
                            term.in(Term.Unit.MONTHS),
                            term.onDayOff() == null ? null : term.onDayOff().written());
        }
    }

    public record MatchedView(String table, String rule, Map<String, @Nullable Object> values) {}

    /** With the cells where the rules of the ruleset stand. */
    public static VerdictView of(Verdict verdict, Ruleset ruleset, Language language) {
        return of(
                verdict,
                verdict.grounds().stream()
                        .map(ground -> ruleset.address(ground.rule()).toString())
                        .toList(),
                ruleset,
                language);
    }

    /**
     * @param cells the cell of the rule behind each ground; empty when the cells are not known
     */
    public static VerdictView of(Verdict verdict, List<String> cells, Ruleset ruleset, Language language) {
        VerdictTexts texts = new VerdictTexts(ruleset, language, verdict);
        List<GroundView> grounds = new ArrayList<>();
        for (Ground ground : verdict.grounds()) {
            grounds.add(ground(ground, cells.isEmpty() ? null : cells.get(grounds.size()), texts));
        }
        return new VerdictView(
                verdict.outcome(),
                texts.outcome(verdict.outcome()),
                verdict.filedOn().toString(),
                grounds,
                verdict.missingFacts(),
                verdict.notices().stream()
                        .map(notice -> new NoticeView(notice.code(), notice.subject(), texts.notice(notice)))
                        .toList(),
                verdict.actions().stream()
                        .map(action -> new ActionView(action, texts.action(action)))
                        .toList(),
                TermView.of(verdict.term()),
                verdict.due() == null ? null : verdict.due().toString(),
                verdict.matched().stream()
                        .map(matched -> new MatchedView(
                                matched.rule().table(), matched.rule().rule(), matched.values()))
                        .toList());
    }

    private static CitationView citation(Citation citation, VerdictTexts texts) {
        return new CitationView(
                citation.act(),
                texts.act(citation),
                texts.wording(citation),
                texts.place(citation),
                citation.status().toString());
    }

    private static GroundView ground(Ground ground, @Nullable String cell, VerdictTexts texts) {
        List<CitationView> citations = ground.citations().stream()
                .map(citation -> citation(citation, texts))
                .toList();
        return new GroundView(
                ground.code(),
                ground.effect(),
                ground.subject(),
                texts.ground(ground),
                texts.remedy(ground),
                new RuleView(ground.rule().table(), ground.rule().rule(), cell),
                citations.get(0),
                citations);
    }
}
