package kz.sheshim.ruleset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import kz.sheshim.facts.CodeList;
import kz.sheshim.facts.Entity;
import kz.sheshim.facts.Field;
import kz.sheshim.facts.IfAbsent;
import kz.sheshim.facts.Label;
import kz.sheshim.facts.Vocabulary;
import kz.sheshim.table.Citation;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.FieldCondition;
import kz.sheshim.table.HitPolicy;
import kz.sheshim.table.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a ruleset: SHA-256 over what it means, each part preceded by its length. Files, sheets, notes, formats and the order of what has no order
 * take no part in it.
 */
final class RevisionDigest {
    private final MessageDigest digest;

    private RevisionDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static Revision of(
            Policy policy,
            Vocabulary vocabulary,
            Catalogue catalogue,
            Collection<DecisionTable> tables,
            Calendar calendar,
            Map<String, String> ruleFiles) {
        RevisionDigest digest = new RevisionDigest();
        digest.add("policy", policy.id(), policy.title(), policy.datedBy(), policy.reference());
        vocabulary.entities().stream()
                .sorted(Comparator.comparing(Entity::name))
                .forEach(digest::add);
        vocabulary.codeLists().stream()
                .sorted(Comparator.comparing(CodeList::name))
                .forEach(digest::add);
        vocabulary.fields().stream().sorted(Comparator.comparing(Field::path)).forEach(digest::add);
        sorted(catalogue.acts())
                .forEach(act -> digest.add(
                        "act",
                        act.getKey(),
                        act.getValue().title(),
                        act.getValue().wording(),
                        act.getValue().from(),
                        act.getValue().until(),
                        act.getValue().source()));
        sorted(catalogue.grounds())
                .forEach(ground -> digest.add(
                        "ground",
                        ground.getKey(),
                        ground.getValue().effect(),
                        ground.getValue().text(),
                        ground.getValue().remedy()));
        sorted(catalogue.outcomes())
                .forEach(outcome -> digest.add(
                        "outcome",
                        outcome.getKey(),
                        outcome.getValue().rank(),
                        reachedBy(outcome.getValue().reachedBy()),
                        outcome.getValue().text()));
        sorted(catalogue.notices()).forEach(notice -> digest.add("notice", notice.getKey(), notice.getValue()));
        sorted(catalogue.actions()).forEach(action -> digest.add("action", action.getKey(), action.getValue()));
        tables.stream().sorted(Comparator.comparing(DecisionTable::id)).forEach(digest::add);
        digest.add(
                "calendar",
                calendar.knownFrom(),
                calendar.knownUntil(),
                new TreeSet<>(calendar.weeklyDaysOff()),
                new TreeSet<>(calendar.daysOff()),
                new TreeSet<>(calendar.workingDays()));
        sorted(ruleFiles)
                .forEach(file ->
                        digest.add("rules", file.getKey(), file.getValue().replace("\r\n", "\n")));
        return new Revision("sha256:" + HexFormat.of().formatHex(digest.digest.digest()));
    }

    private static <V> List<Map.Entry<String, V>> sorted(Map<String, V> map) {
        return map.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    }

    private void add(Entity entity) {
        add("entity", entity.name(), entity.type(), entity.many(), entity.said(), entity.label());
    }

    private void add(CodeList list) {
        add("list", list.name(), list.codes().size());
        sorted(list.codes()).forEach(code -> add("code", code.getKey(), code.getValue()));
    }

    private void add(Field field) {
        add(
                "field",
                field.path(),
                field.type().name(),
                ifAbsent(field.ifAbsent()),
                field.derived(),
                new TreeSet<>(field.derivedFrom()),
                field.label(),
                field.mayChange(),
                field.personal());
    }

    private void add(DecisionTable table) {
        add(
                "table",
                table.id(),
                table.title(),
                table.hitPolicy(),
                table.forEach(),
                table.gives(),
                table.stage(),
                table.datedBy(),
                table.rules().size());
        List<Rule> rules = table.hitPolicy() == HitPolicy.FIRST
                ? table.rules()
                : table.rules().stream().sorted(Comparator.comparing(Rule::id)).toList();
        for (Rule rule : rules) {
            add("rule", rule.id(), rule.inForce(), rule.conditions().size());
            rule.conditions().stream()
                    .sorted(Comparator.comparing(FieldCondition::field)
                            .thenComparing(condition -> condition.condition().toString()))
                    .forEach(condition -> add(condition.field(), condition.condition()));
            add(rule.conclusion());
        }
    }

    private void add(Conclusion conclusion) {
        if (conclusion instanceof Conclusion.OfFact fact) {
            add("fact", fact.field(), fact.value());
        } else if (conclusion instanceof Conclusion.OfGround ground) {
            Citation citation = ground.citation();
            add("ground", ground.code(), subject(ground.subject()));
            add("citation", citation.act(), citation.place(), citation.status());
        } else if (conclusion instanceof Conclusion.OfNotice notice) {
            add("notice", notice.code(), subject(notice.subject()));
        } else if (conclusion instanceof Conclusion.OfAction action) {
            add("action", action.code());
        } else if (conclusion instanceof Conclusion.OfTerm term) {
            add("term", term.workingDays());
        }
    }

    private static @Nullable String subject(Conclusion.@Nullable Subject subject) {
        if (subject instanceof Conclusion.Subject.Named named) {
            return "code " + named.code();
        }
        return subject instanceof Conclusion.Subject.EachValueOf each ? "field " + each.field() : null;
    }

    private static String ifAbsent(IfAbsent ifAbsent) {
        return ifAbsent instanceof IfAbsent.Means means
                ? "means " + means.value()
                : ifAbsent.getClass().getSimpleName();
    }

    private static String reachedBy(Catalogue.ReachedBy how) {
        return how instanceof Catalogue.ReachedBy.Effect effect
                ? "effect " + effect.effect()
                : how.getClass().getSimpleName();
    }

    private void add(@Nullable Object... parts) {
        update(Integer.toString(parts.length));
        for (Object part : parts) {
            if (part instanceof Label label) {
                add(label.en(), label.ru(), label.kk());
            } else {
                update(part == null ? "" : part.toString());
            }
        }
    }

    private void update(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
