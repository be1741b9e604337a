package kz.sheshim.ruleset;

import java.util.List;

/** Where the files of the policy lie that is to be in force. */
public interface PolicySource {

    /** All workbooks and rule files, sorted by path. */
    List<PolicyFile> files();

    /** Differs whenever the files may have changed; cheap. */
    String stamp();
}
