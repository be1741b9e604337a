package kz.sheshim.proof;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.decision.PersonalParts;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.facts.Facts;
import kz.sheshim.log.CaseFile;
import kz.sheshim.log.Part;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.publication.PolicyCompiler;
import kz.sheshim.publication.RevisionStore;
import kz.sheshim.publication.UnknownRevision;

/** Finds the personal data of applications by the vocabularies of the stored revisions. Their rules are not compiled. */
public final class StoredVocabularies implements SealedParts.PersonalData {
    /** Revisions that stay in memory. */
    private static final int MAX_REVISIONS = 8;

    private final RevisionStore revisions;
    private final PolicyCompiler compiler;
    private final Map<Revision, DecidingPolicy> policies = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Revision, DecidingPolicy> eldest) {
            return size() > MAX_REVISIONS;
        }
    };

    public StoredVocabularies(RevisionStore revisions, PolicyCompiler compiler) {
        this.revisions = revisions;
        this.compiler = compiler;
    }

    /**
     * @throws UnknownRevision if no files are stored under the revision
     * @throws IllegalStateException if the stored files are not those of the revision
     */
    @Override
    public List<Part> of(CaseFile caseFile, Revision revision) {
        return PersonalParts.of(facts(caseFile.received(), revision));
    }

    /**
     * The facts of an application as received.
     *
     * @throws UnknownRevision if no files are stored under the revision
     * @throws IllegalStateException if the stored files are not those of the revision
     */
    public Facts facts(String received, Revision revision) {
        return policy(revision).read(received.getBytes(StandardCharsets.UTF_8)).facts();
    }

    private DecidingPolicy policy(Revision revision) {
        synchronized (policies) {
            return policies.computeIfAbsent(revision, this::read);
        }
    }

    private DecidingPolicy read(Revision revision) {
        List<PolicyFile> files = revisions.files(revision).orElseThrow(() -> new UnknownRevision(revision));
        try {
            Ruleset ruleset = compiler.reader().read(files);
            if (!ruleset.revision().equals(revision)) {
                throw new IllegalStateException("the stored files are those of " + ruleset.revision());
            }
            return compiler.compileLater(ruleset);
        } catch (FaultyRuleset faulty) {
            throw new IllegalStateException("the stored files of " + revision + " cannot be read", faulty);
        }
    }
}
