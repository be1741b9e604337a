package kz.sheshim.publication;

import java.util.List;
import java.util.Optional;
import kz.sheshim.policy.PolicyFile;

/** Where the files of the policy lie that is to be in force. */
public interface PolicySource {

    /** All workbooks and rule files, sorted by path; one that cannot be taken says why. MUST NOT wait for ever or take more than it can hold. */
    List<PolicyFile> files();

    /** An application that shows callers what one looks like, as JSON; empty when there is none. */
    Optional<byte[]> example();

    /** Differs whenever the files may have changed; cheap. */
    String stamp();
}
