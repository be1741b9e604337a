package kz.sheshim.adapter.http;

import jakarta.ws.rs.core.EntityTag;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.publication.Draft;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** The newest version of a draft as an entity tag (RFC 9110, section 8.8.3): {@code "3"}. It guards an upload against one that came before it. */
final class VersionTag {
    /** Also a weak one: proxies that compress make tags weak. */
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([1-9][0-9]{0,8})\"");

    private VersionTag() {}

    static EntityTag of(Draft draft) {
        return new EntityTag(Integer.toString(draft.newest().number()));
    }

    /**
     * The number of the version that a request names.
     *
     * @param ifMatch null: none; {@code *}: any
     */
    static @Nullable Integer number(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Problems.badParameter(
                    "If-Match", Phrase.of("{0} must be the ETag of the draft, such as {1}.", "If-Match", "\"1\""));
        }
        return Integer.valueOf(tag.group(1));
    }
}
