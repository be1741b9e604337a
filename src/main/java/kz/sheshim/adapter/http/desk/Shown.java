package kz.sheshim.adapter.http.desk;

import kz.sheshim.policy.Revision;

/** How the desk writes what has no form of its own. */
final class Shown {
    private static final int BEGINNING = 12;

    private Shown() {}

    /** The beginning of a revision, by which people tell revisions apart. */
    static String revision(Revision revision) {
        String hash = revision.value().substring(revision.value().indexOf(':') + 1);
        return hash.substring(0, Math.min(BEGINNING, hash.length()));
    }
}
