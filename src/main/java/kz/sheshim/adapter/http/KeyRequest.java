package kz.sheshim.adapter.http;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.sheshim.access.ApiKey;
import kz.sheshim.access.Role;
import kz.sheshim.access.Submitter;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.vocabulary.Phrase;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request for a key: the owner, its roles, and until when. */
public record KeyRequest(
        @Schema(implementation = String.class, examples = "front-office") Submitter owner,
        @Schema(implementation = String[].class) Set<Role> roles,
        @Schema(implementation = String.class, format = "date-time", description = "in a year if it is left out")
                Instant expires) {
    static final List<String> REQUIRED = List.of("owner", "roles");
    static final List<String> OPTIONAL = List.of("expires");
    private static final Duration USUAL = Duration.ofDays(365);
    private static final Duration LONGEST = Duration.ofDays(3_660);

    /**
     * Reads it.
     *
     * @param members of the request, no others than {@link #REQUIRED} and {@link #OPTIONAL}
     * @throws io.quarkiverse.resteasy.problem.HttpProblem if a member cannot be read
     */
    public static KeyRequest of(Map<?, ?> members, Instant now) {
        return new KeyRequest(
                owner(members.get("owner")), roles(members.get("roles")), expires(members.get("expires"), now));
    }

    private static Submitter owner(@Nullable Object owner) {
        if (owner instanceof String text && ApiKey.isSubmitterName(text)) {
            return new Submitter(text);
        }
        throw Problems.badParameter(
                "owner",
                Phrase.of(
                        "{0} must be a name of at most 100 letters of English, digits, \".\", \"_\", \"-\".", "owner"));
    }

    private static Set<Role> roles(@Nullable Object roles) {
        Set<Role> read = EnumSet.noneOf(Role.class);
        for (Object each : roles instanceof List<?> list ? list : Collections.emptyList()) {
            read.add(Role.of(String.valueOf(each)).orElseThrow(KeyRequest::badRoles));
        }
        if (read.isEmpty()) {
            throw badRoles();
        }
        return read;
    }

    private static RuntimeException badRoles() {
        return Problems.badParameter(
                "roles",
                Phrase.of(
                        "{0} must be a list of one or more of {1}.",
                        "roles", Stream.of(Role.values()).map(Role::code).collect(Collectors.joining(", "))));
    }

    private static Instant expires(@Nullable Object expires, Instant now) {
        if (expires == null) {
            return now.plus(USUAL);
        }
        try {
            Instant read = Instant.parse(String.valueOf(expires));
            if (read.isAfter(now) && read.isBefore(now.plus(LONGEST))) {
                return read;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw Problems.badParameter(
                "expires",
                Phrase.of(
                        "{0} must be a moment within the next ten years, as {1}.", "expires", "2027-11-23T00:00:00Z"));
    }
}
