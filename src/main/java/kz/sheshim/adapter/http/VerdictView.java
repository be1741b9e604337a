package kz.sheshim.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.sheshim.decision.Ground;
import kz.sheshim.decision.Verdict;
import kz.sheshim.facts.CodeList;
import kz.sheshim.facts.Entity;
import kz.sheshim.facts.Label;
import kz.sheshim.facts.Language;
import kz.sheshim.ruleset.Catalogue;
import kz.sheshim.ruleset.Ruleset;
import kz.sheshim.ruleset.RulesetReader;
import kz.sheshim.table.Citation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A verdict with its texts in one language, as the answer says it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VerdictView(
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
    record GroundView(
            String code,
            String effect,
            @Nullable String subject,
            String text,
            String remedy,
            RuleView rule,
            CitationView citation) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleView(String table, String rule, @Nullable String cell) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CitationView(String id, String act, String wording, @Nullable String place, String status) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NoticeView(String code, @Nullable String subject, String text) {}

    record ActionView(String code, String text) {}

    record TermView(int workingDays) {}

    record MatchedView(String table, String rule, Map<String, @Nullable Object> values) {}

    /** The rules where they stand now. */
    static VerdictView of(Verdict verdict, Ruleset ruleset, Language language) {
        return of(
                verdict,
                verdict.grounds().stream()
                        .map(ground -> ruleset.address(ground.rule()).toString())
                        .toList(),
                ruleset,
                language);
    }

    /**
     * @param cells where the rule behind each ground stood; empty when that is not known
     */
    static VerdictView of(Verdict verdict, List<String> cells, Ruleset ruleset, Language language) {
        return new Reader(ruleset, language).view(verdict, cells);
    }

    /** Finds the texts of one ruleset in one language. */
    private record Reader(Ruleset ruleset, Language language) {
        private static final Pattern INSTANCE = Pattern.compile("([A-Za-z0-9]+)\\[([0-9]{1,9})]");

        VerdictView view(Verdict verdict, List<String> cells) {
            List<GroundView> grounds = new ArrayList<>();
            for (Ground ground : verdict.grounds()) {
                grounds.add(ground(ground, cells.isEmpty() ? null : cells.get(grounds.size())));
            }
            Catalogue catalogue = ruleset.catalogue();
            return new VerdictView(
                    verdict.outcome(),
                    text(catalogue.outcomes().get(verdict.outcome()), Catalogue.OutcomeText::text),
                    verdict.filedOn().toString(),
                    grounds,
                    verdict.missingFacts(),
                    verdict.notices().stream()
                            .map(notice -> new NoticeView(
                                    notice.code(),
                                    notice.subject(),
                                    withSubject(
                                            notice.code(), catalogue.notices().get(notice.code()), notice.subject())))
                            .toList(),
                    verdict.actions().stream()
                            .map(action -> new ActionView(
                                    action,
                                    withSubject(action, catalogue.actions().get(action), null)))
                            .toList(),
                    verdict.workingDays() == null ? null : new TermView(verdict.workingDays()),
                    verdict.due() == null ? null : verdict.due().toString(),
                    verdict.matched().stream()
                            .map(matched -> new MatchedView(
                                    matched.rule().table(), matched.rule().rule(), matched.values()))
                            .toList());
        }

        private GroundView ground(Ground ground, @Nullable String cell) {
            Catalogue.GroundText text = ruleset.catalogue().ground(ground.code());
            return new GroundView(
                    ground.code(),
                    ground.effect(),
                    ground.subject(),
                    withSubject(ground.code(), text.text(), ground.subject()),
                    withSubject(ground.code(), text.remedy(), ground.subject()),
                    new RuleView(ground.rule().table(), ground.rule().rule(), cell),
                    citation(ground.citation()));
        }

        private CitationView citation(Citation citation) {
            Catalogue.Act act = ruleset.catalogue().acts().get(citation.act());
            return new CitationView(
                    citation.act(),
                    act == null ? citation.act() : act.title().in(language),
                    act == null ? "" : act.wording().in(language),
                    citation.place(),
                    citation.status().toString());
        }

        private <T> String text(@Nullable T holder, java.util.function.Function<T, Label> label) {
            return holder == null ? "" : label.apply(holder).in(language);
        }

        private String withSubject(String code, @Nullable Label label, @Nullable String subject) {
            String text = label == null ? "" : label.in(language);
            return text.contains("{subject}")
                    ? text.replace("{subject}", subject == null ? "" : name(code, subject))
                    : text;
        }

        /**
         * A subject in words: the entity's label and its number from 1; or the label of its code in the list of subjects, or in the list of a field that the
         * conclusion names as its subject; or the subject itself.
         */
        private String name(String code, String subject) {
            Matcher instance = INSTANCE.matcher(subject);
            if (instance.matches()) {
                Entity entity = ruleset.vocabulary()
                        .entity(instance.group(1))
                        .filter(Entity::many)
                        .orElse(null);
                if (entity != null) {
                    return entity.label().in(language) + " " + (Long.parseLong(instance.group(2)) + 1);
                }
            }
            return Stream.concat(
                            ruleset.vocabulary().codeList(RulesetReader.SUBJECTS).stream(),
                            ruleset.subjectLists(code).stream())
                    .map(CodeList::codes)
                    .filter(codes -> codes.containsKey(subject))
                    .map(codes -> codes.get(subject).in(language))
                    .findFirst()
                    .orElse(subject);
        }
    }
}
