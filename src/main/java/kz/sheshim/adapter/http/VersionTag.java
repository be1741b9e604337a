package kz.sheshim.adapter.http;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.publication.Draft;
import kz.sheshim.vocabulary.Phrase;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The newest version of a draft as an entity tag (RFC 9110, section 8.8.3): {@code "3"}. It guards a change or an approval against an upload that came before it. */
public final class VersionTag {
    /** Also a weak one: proxies that compress make tags weak. */
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([1-9][0-9]{0,8})\"");

    private VersionTag() {}

    static EntityTag of(Draft draft) {
        return new EntityTag(Integer.toString(draft.newest().number()));
    }

    /** The version that a request has seen, by {@code If-Match}. */
    public static class Seen {
        @HeaderParam(HttpHeaders.IF_MATCH)
        @Parameter(
                description = "The ETag of the draft that was looked at or changed: the number of its newest version",
                example = "\"1\"")
        @Nullable
        String tag;

        /** Null: the request names none, or any ({@code *}). */
        @Nullable
        Integer number() {
            if (tag == null || tag.strip().equals("*")) {
                return null;
            }
            Matcher version = TAG.matcher(tag.strip());
            if (!version.matches()) {
                throw Problems.badParameter(
                        "If-Match", Phrase.of("{0} must be the ETag of the draft, such as {1}.", "If-Match", "\"1\""));
            }
            return Integer.valueOf(version.group(1));
        }
    }
}
