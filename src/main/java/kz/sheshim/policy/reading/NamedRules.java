package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.file.FaultyRuleFile;
import kz.sheshim.finding.name.UnknownField;
import kz.sheshim.finding.name.UnusedCode;
import kz.sheshim.policy.VerdictFields;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.FieldCondition;
import kz.sheshim.vocabulary.Derivation;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.IfAbsent;
import kz.sheshim.vocabulary.Label;
import kz.sheshim.vocabulary.Nearest;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.vocabulary.Vocabulary;
import kz.sheshim.workbook.LineAddress;

/**
 * The rules of rules/*.drl that tables can name, and the fields that are made for them: for each rule one that says whether it holds at all, and for each entity that occurs many times
 * and that it binds, one that says whether it holds for the instance.
 */
final class NamedRules {

    /** A rule and the line where it begins. */
    private record Placed(NamedRule rule, LineAddress place) {}

    private final Map<String, Placed> rules = new TreeMap<>();
    private final Consumer<Finding> findings;

    private NamedRules(Consumer<Finding> findings) {
        this.findings = findings;
    }

    static NamedRules of(Map<String, String> ruleFiles, RuleNames names, Consumer<Finding> findings) {
        NamedRules all = new NamedRules(findings);
        ruleFiles.forEach((file, text) -> names.namedRules(text).forEach(rule -> all.add(file, rule)));
        return all;
    }

    private void add(String file, NamedRule rule) {
        LineAddress place = new LineAddress(RulesetReader.RULE_FOLDER + "/" + file, rule.line());
        Placed other = rules.get(rule.name());
        if (!NameForm.TABLE.fits(rule.name())) {
            findings.accept(Finding.at(
                    place,
                    new FaultyRuleFile(Phrase.of(
                            "a rule with @reads is named by its ruleflow-group, in lower-case words joined by hyphens (like-this). Here it is \"{0}\".",
                            rule.name()))));
        } else if (other != null) {
            findings.accept(Finding.at(
                    place,
                    new FaultyRuleFile(Phrase.of(
                            "the rule {0} is already at {1}. Each rule with @reads needs a ruleflow-group of its own.",
                            rule.name(), other.place()))));
        } else {
            rules.put(rule.name(), new Placed(rule, place));
        }
    }

    /** The fields that are made for the rules. */
    List<Field> fields(List<Entity> entities, List<Field> known) {
        Map<String, Field> byPath = known.stream()
                .collect(Collectors.toMap(field -> field.path().toString(), Function.identity(), (one, other) -> one));
        List<Field> made = new ArrayList<>();
        entities.stream().filter(entity -> !entity.many()).findFirst().ifPresent(once -> {
            for (Placed placed : rules.values()) {
                NamedRule rule = placed.rule();
                List<FieldPath> sources = sources(placed, byPath);
                if (!sources.isEmpty()) {
                    made.add(field(once, rule, sources));
                    entities.stream()
                            .filter(entity -> entity.many() && rule.bound().contains(entity.name()))
                            .forEach(entity -> made.add(field(entity, rule, sources)));
                }
            }
        });
        return made;
    }

    private List<FieldPath> sources(Placed placed, Map<String, Field> known) {
        List<FieldPath> sources = new ArrayList<>();
        for (String read : placed.rule().reads()) {
            Field field = known.get(read);
            if (field == null || VerdictFields.isOne(field.path())) {
                findings.accept(Finding.at(
                        placed.place(),
                        new UnknownField(read, Nearest.to(read, known.keySet()).orElse(null))));
            } else {
                sources.add(field.path());
            }
        }
        return sources;
    }

    private static Field field(Entity entity, NamedRule rule, List<FieldPath> sources) {
        return new Field(
                new FieldPath(entity.name(), "rule_" + rule.name().replace('-', '_')),
                new FieldType.YesNo(),
                new IfAbsent.Means(false),
                true,
                new Derivation.Holds(rule.name(), sources),
                Label.same(rule.name()),
                false,
                false);
    }

    /** Rules that no table names. */
    void findUnused(Vocabulary vocabulary, List<DecisionTable> tables) {
        Set<String> used = new HashSet<>();
        for (DecisionTable table : tables) {
            table.rules().stream()
                    .flatMap(rule -> rule.conditions().stream())
                    .map(FieldCondition::field)
                    .flatMap(path -> vocabulary.field(path).stream())
                    .flatMap(field -> field.rule().stream())
                    .forEach(used::add);
        }
        rules.forEach((name, placed) -> {
            if (!used.contains(name)) {
                findings.accept(Finding.at(
                        placed.place(),
                        new UnusedCode(
                                Phrase.of("rule"), name, Nearest.to(name, used).orElse(null))));
            }
        });
    }
}
