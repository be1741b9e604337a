package kz.sheshim.access;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The stored data of an API key. The secret text of the key is known only to the submitter.
 *
 * @param submitter the submitter of all applications posted with the key; several keys of one submitter may read the same decisions
 * @param roles a key without roles gives no access
 * @param expires end of validity
 * @param revoked end of validity, if the key was revoked; null: not revoked
 */
public record ApiKey(
        KeyId id, Submitter submitter, Set<Role> roles, Instant created, Instant expires, @Nullable Instant revoked)
        implements SignedIn {
    /** Without a colon, which marks the submitters that use tokens. */
    private static final Pattern SUBMITTER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    public ApiKey {
        if (!isSubmitterName(submitter.name())) {
            throw new IllegalArgumentException("an API key cannot belong to a submitter of this name: " + submitter);
        }
        Set<Role> given = EnumSet.noneOf(Role.class);
        given.addAll(roles);
        roles = Collections.unmodifiableSet(given);
    }

    /** Whether a key can belong to a submitter of this name. */
    public static boolean isSubmitterName(String text) {
        return SUBMITTER.matcher(text).matches();
    }

    /** Whether the key is neither expired nor revoked. */
    public boolean isValidAt(Instant now) {
        return now.isBefore(expires) && (revoked == null || now.isBefore(revoked));
    }
}
