package kz.sheshim.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kz.sheshim.log.OtherLawInForce;
import kz.sheshim.log.Publication;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.publication.PublicationLog.Due;
import kz.sheshim.vocabulary.Phrase;

/**
 * Lets this service decide by the law in force: the last publication of the log. The folder is law only where the log has no publication yet, or where it is
 * watched; then what is in the folder is published.
 */
public final class LawInForce {
    private static final Duration UNTIL_TRIED_AGAIN = Duration.ofMinutes(1);

    private final Rulesets rulesets;
    private final PolicySource folder;
    private final RevisionStore revisions;
    private final PublicationLog log;
    private final boolean isFolderLaw;
    private final Clock clock;

    /** What could not be prepared, and when it was tried. */
    private final Map<Revision, Instant> unusable = new HashMap<>();

    private volatile boolean isBehind;

    /**
     * @param isFolderLaw whether whatever the folder contains is law, for development
     */
    public LawInForce(
            Rulesets rulesets,
            PolicySource folder,
            RevisionStore revisions,
            PublicationLog log,
            boolean isFolderLaw,
            Clock clock) {
        this.rulesets = rulesets;
        this.folder = folder;
        this.revisions = revisions;
        this.log = log;
        this.isFolderLaw = isFolderLaw;
        this.clock = clock;
    }

    /**
     * Puts the law in force at the start of the service.
     *
     * @throws FaultyRuleset if the folder is law and cannot be used
     * @throws RulesetUnusable if the published revision cannot be used
     */
    public Ruleset begin() throws FaultyRuleset {
        if (isFolderLaw || log.last().isEmpty()) {
            rulesets.load();
            publishFolder();
        }
        follow();
        return rulesets.inForce();
    }

    /**
     * Makes the law in force the one that this service decides by.
     *
     * @throws RulesetUnusable if it cannot be used; the one before goes on deciding, but nothing that it decides can be recorded
     */
    public void follow() {
        if (isFolderLaw) {
            publishFolder();
            return;
        }
        try {
            log.last().ifPresent(last -> rulesets.putInForce(last.publication().revision()));
            isBehind = false;
        } catch (RulesetUnusable cannot) {
            isBehind = true;
            throw cannot;
        }
    }

    /** Whether this service cannot use the law in force, so that nothing that it decides can be recorded. */
    public boolean isBehind() {
        return isBehind;
    }

    /** The revision in force. */
    public Revision revision() {
        return log.last().map(last -> last.publication().revision()).orElseGet(() -> rulesets.inForce()
                .revision());
    }

    /** Loads what will be in force next, so that nobody waits for it at its moment. What cannot be used is tried again each minute, and not each second. */
    public void prepare() {
        Instant now = clock.instant();
        unusable.values().removeIf(tried -> !now.isBefore(tried.plus(UNTIL_TRIED_AGAIN)));
        Optional<Revision> next = log.scheduled().stream()
                .filter(due -> !due.isVoid())
                .map(Due::revision)
                .filter(revision -> !unusable.containsKey(revision))
                .findFirst();
        try {
            rulesets.prepare(next.orElse(null));
        } catch (RulesetUnusable e) {
            next.ifPresent(revision -> unusable.put(revision, now));
            throw e;
        }
    }

    /** Whether it is in force or was once. */
    boolean wasInForce(Revision revision) {
        return log.hasPublished(revision);
    }

    /**
     * Loads and compiles a revision that is perhaps approved soon, so that nobody waits for it then. It is not stored by this.
     *
     * @param files those of the revision; asked if it was never in force, and is not in memory
     * @throws RulesetUnusable if it cannot be used
     */
    void loadAhead(Revision revision, Supplier<List<PolicyFile>> files) {
        if (log.hasPublished(revision)) {
            rulesets.loadAhead(revision);
        } else {
            rulesets.loadAhead(revision, files);
        }
    }

    /**
     * The same for one that is approved now.
     *
     * @throws DraftRefused if it cannot be used
     */
    void requireUsable(Revision revision, Supplier<List<PolicyFile>> files) {
        try {
            loadAhead(revision, files);
        } catch (RulesetUnusable unusable) {
            throw new DraftRefused(
                    DraftRefused.Reason.FAULTY,
                    Phrase.of(
                            "The revision cannot be used: {0}",
                            unusable.findings().stream()
                                    .map(finding -> finding.defect().phrase())
                                    .findFirst()
                                    .orElse(Phrase.of("{0}", String.valueOf(unusable.getMessage())))));
        }
    }

    private void publishFolder() {
        rulesets.withCurrent(loaded -> {
            Revision revision = loaded.ruleset().revision();
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Optional<Revision> before =
                    log.last().map(last -> last.publication().revision());
            if (!before.equals(Optional.of(revision))) {
                revisions.store(revision, loaded.files(), now);
                try {
                    log.publish(Publication.ofFolder(revision, before.orElse(null), now));
                } catch (OtherLawInForce anotherServiceWasFirst) {
                    // its publication is the law
                }
            }
            return revision;
        });
    }

    /** Whether the folder contains other files than the law in force. */
    public boolean differsFromFolder() {
        List<PolicyFile> files = folder.files();
        return rulesets.withCurrent(loaded -> !loaded.files().equals(files));
    }

    /** Whether the folder is law. */
    public boolean isFolderLaw() {
        return isFolderLaw;
    }
}
