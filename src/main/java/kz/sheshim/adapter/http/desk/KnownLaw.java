package kz.sheshim.adapter.http.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.log.Publication;
import kz.sheshim.policy.Revision;
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.DraftId;
import kz.sheshim.publication.DraftStore;
import kz.sheshim.publication.PublicationLog;
import kz.sheshim.publication.RevisionStore;
import kz.sheshim.vocabulary.Phrase;

/** The revisions that are stored, by what people call them: the beginning of the hash, and the title of the draft that brought them. */
@Singleton
class KnownLaw {
    private static final Pattern BEGINNING = Pattern.compile("(?:sha256:)?([0-9a-f]{4,64})");
    private static final int NAMED = 200;

    private final RevisionStore revisions;
    private final PublicationLog publications;
    private final DraftStore drafts;
    /** By the id of the draft, whose title never changes. */
    private final Cache<String, String> titles =
            Caffeine.newBuilder().maximumSize(1_000).build();

    KnownLaw(RevisionStore revisions, PublicationLog publications, DraftStore drafts) {
        this.revisions = revisions;
        this.publications = publications;
        this.drafts = drafts;
    }

    /** The revision that a text names, in full or by a beginning that no other stored revision has. */
    Revision named(String text) {
        if (Revision.isRevision(text)) {
            return new Revision(text);
        }
        Matcher beginning = BEGINNING.matcher(text);
        List<Revision> meant = beginning.matches()
                ? revisions.list().stream()
                        .map(RevisionStore.Stored::revision)
                        .filter(each -> each.value().startsWith("sha256:" + beginning.group(1)))
                        .toList()
                : List.of();
        if (meant.size() > 1) {
            throw Problems.badParameter(
                    "revision", Phrase.of("Several revisions begin with {0}: write more of it.", text));
        }
        if (meant.isEmpty()) {
            throw Problems.notFound(Phrase.of("There is no revision {0}.", text));
        }
        return meant.get(0);
    }

    /** The title of the draft that was published; empty if there was none. */
    String title(Publication publication) {
        String draft = publication.draft();
        return draft == null ? "" : titles.get(draft, this::titleOf);
    }

    private String titleOf(String draft) {
        return drafts.find(new DraftId(UUID.fromString(draft)))
                .map(Draft::title)
                .orElse("");
    }

    /** The titles of the publications of the last revisions. One that came back has the title that it had first. */
    Map<Revision, String> titles() {
        Map<Revision, String> found = new HashMap<>();
        publications
                .list(null, NAMED)
                .forEach(each -> found.put(each.publication().revision(), title(each.publication())));
        return found;
    }

    /** How a revision is called in a list of choices, for the day or moment since which it is there. */
    static String choice(String title, String since, Revision revision) {
        return (title.isEmpty() ? "" : title + " · ") + since + " · " + Shown.revision(revision);
    }
}
