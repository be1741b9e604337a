package kz.sheshim.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.sheshim.engine.Ranking.RankedGround;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.Term;
import kz.sheshim.verdict.Notice;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** What the matches of an application's tables conclude for the verdict: grounds (also those that open rules could bring), notices, actions and the term. */
final class Conclusions {
    private final Facts facts;
    private final Grounds grounds;
    private final TreeMap<String, TreeMap<VerdictSubject, Notice>> notices = new TreeMap<>();
    private final Set<String> actions = new TreeSet<>();
    private final List<Match> terms = new ArrayList<>();

    Conclusions(Facts facts, Ranking ranking) {
        this.facts = facts;
        this.grounds = new Grounds(ranking);
    }

    Grounds grounds() {
        return grounds;
    }

    void add(PreparedTable table, List<Match> counted) {
        for (int i = 0; i < counted.size(); i++) {
            Match match = counted.get(i);
            if (match.conclusion() instanceof Conclusion.OfGround ground) {
                addGround(ground, match, table.subject(match.instance()));
            } else if (match.holds()) {
                addIfHolding(match, table.subject(match.instance()));
            }
        }
    }

    private void addGround(Conclusion.OfGround ground, Match match, VerdictSubject instance) {
        RankedGround ranked = Objects.requireNonNull(match.rule().ground());
        SortedSet<FactPath> missing = match.rule().subjects().missing(facts, match.instance());
        List<VerdictSubject> subjects = match.rule().subjects().known(facts, match.instance(), instance);
        // A ground holds whether or not there is a value to name as its subject.
        for (VerdictSubject subject : subjects.isEmpty() && missing.isEmpty() ? List.of(instance) : subjects) {
            if (match.holds()) {
                grounds.hold(ranked, subject, ground.citations(), match.id());
            } else {
                grounds.couldHold(ranked, subject, match.missing());
            }
        }
        if (!missing.isEmpty()) {
            grounds.couldHold(ranked, instance, missing);
            grounds.couldHold(ranked, instance, match.missing());
        }
    }

    /** Notices, actions and terms are given for rules that hold, never for open ones. */
    private void addIfHolding(Match match, VerdictSubject instance) {
        Conclusion conclusion = match.conclusion();
        String code = conclusion.code();
        switch (conclusion.kind()) {
            case NOTICE -> {
                for (VerdictSubject subject : match.rule().subjects().known(facts, match.instance(), instance)) {
                    notices.computeIfAbsent(code, any -> new TreeMap<>())
                            .put(subject, new Notice(code, subject.text()));
                }
            }
            case ACTION -> actions.add(code);
            case TERM -> terms.add(match);
            case FACT, GROUND -> throw new IllegalArgumentException("no part of the verdict: " + conclusion);
        }
    }

    List<Notice> notices() {
        if (notices.isEmpty()) {
            return List.of();
        }
        List<Notice> all = new ArrayList<>();
        notices.values().forEach(each -> all.addAll(each.values()));
        return all;
    }

    List<String> actions() {
        return actions.isEmpty() ? List.of() : List.copyOf(actions);
    }

    /**
     * The term; null when no rule gives one.
     *
     * @throws RulesConflict if rules that hold give several
     */
    @Nullable
    Term term() {
        if (terms.isEmpty()) {
            return null;
        }
        Set<Term> given = new LinkedHashSet<>();
        terms.forEach(match -> given.add(((Conclusion.OfTerm) match.conclusion()).term()));
        if (given.size() > 1) {
            throw new RulesConflict(
                    terms.stream().map(Match::id).toList(), Phrase.of("they give the terms {0}", given));
        }
        return given.iterator().next();
    }
}
