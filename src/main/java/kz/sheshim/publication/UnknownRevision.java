package kz.sheshim.publication;

import kz.sheshim.engine.NoVerdict;
import kz.sheshim.policy.Revision;
import kz.sheshim.vocabulary.Phrase;

/** No files are kept under the revision. */
public final class UnknownRevision extends NoVerdict {
    private static final long serialVersionUID = 1L;

    private final transient Revision revision;

    public UnknownRevision(Revision revision) {
        super("there is no revision " + revision, Phrase.of("there is no revision {0}", revision));
        this.revision = revision;
    }

    public Revision revision() {
        return revision;
    }
}
