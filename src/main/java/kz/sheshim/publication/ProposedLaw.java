package kz.sheshim.publication;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.sheshim.policy.Revision;

/** Loads the revisions of proposed drafts ahead, in the background, so that they are in force as soon as somebody approves them. */
public final class ProposedLaw {
    private final WaitingDrafts waiting;
    private final DraftStore drafts;
    private final Rulesets rulesets;
    private final LawInForce law;

    /** They are not tried again. */
    private final Set<Revision> unusable = new HashSet<>();

    public ProposedLaw(WaitingDrafts waiting, DraftStore drafts, Rulesets rulesets, LawInForce law) {
        this.waiting = waiting;
        this.drafts = drafts;
        this.rulesets = rulesets;
        this.law = law;
    }

    /** Loads those that were proposed last, as many as stay in memory, and forgets what is not proposed any more. */
    public void load() {
        List<Draft> newest = waiting.seen().stream()
                .filter(draft -> draft.revision().isPresent())
                .sorted(Comparator.comparing(Draft::openedAt).reversed())
                .limit(rulesets.maxProposed())
                .toList();
        Set<Revision> revisions =
                newest.stream().map(draft -> draft.revision().orElseThrow()).collect(Collectors.toSet());
        rulesets.keepProposed(revisions);
        unusable.retainAll(revisions);
        newest.forEach(this::load);
    }

    private void load(Draft draft) {
        Revision revision = draft.revision().orElseThrow();
        if (unusable.contains(revision)) {
            return;
        }
        try {
            law.loadAhead(
                    revision, () -> drafts.files(draft.id(), draft.newest().number()));
        } catch (RulesetUnusable isRefusedWhenItIsApproved) {
            unusable.add(revision);
        }
    }
}
