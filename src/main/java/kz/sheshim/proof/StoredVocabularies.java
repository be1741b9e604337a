package kz.sheshim.proof;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.sheshim.decision.PersonalParts;
import kz.sheshim.facts.Facts;
import kz.sheshim.log.CaseFile;
import kz.sheshim.log.Part;
import kz.sheshim.policy.Revision;
import kz.sheshim.publication.PolicyCompiler;
import kz.sheshim.publication.RevisionStore;
import kz.sheshim.publication.RulesetUnusable;
import kz.sheshim.publication.StoredPolicies;
import kz.sheshim.publication.UnknownRevision;

/** Finds the personal data of applications by the vocabularies of the stored revisions. Their rules are not compiled. */
public final class StoredVocabularies implements SealedParts.PersonalData {
    /** Revisions that stay in memory. */
    private static final int MAX_REVISIONS = 8;

    private final StoredPolicies policies;

    public StoredVocabularies(RevisionStore revisions, PolicyCompiler compiler) {
        this.policies = new StoredPolicies(revisions::files, compiler, MAX_REVISIONS);
    }

    /**
     * @throws UnknownRevision if no files are stored under the revision
     * @throws RulesetUnusable if the stored files cannot be read, or are not those of the revision
     */
    @Override
    public List<Part> of(CaseFile caseFile, Revision revision) {
        return PersonalParts.of(facts(caseFile.received(), revision));
    }

    /**
     * The facts of an application as received.
     *
     * @throws UnknownRevision if no files are stored under the revision
     * @throws RulesetUnusable if the stored files cannot be read, or are not those of the revision
     */
    public Facts facts(String received, Revision revision) {
        return policies.with(revision, policy -> policy.read(received.getBytes(StandardCharsets.UTF_8))
                .facts());
    }
}
