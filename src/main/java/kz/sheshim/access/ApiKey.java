package kz.sheshim.access;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a key for a machine; the key itself is known to its owner alone.
 *
 * @param owner the sender of what is posted with it; several keys of one owner share what they may read
 * @param roles without any it opens nothing
 * @param expires from then on it opens nothing
 * @param revoked from then on it opens nothing; null: not revoked
 */
public record ApiKey(
        KeyId id, Submitter owner, Set<Role> roles, Instant created, Instant expires, @Nullable Instant revoked) {
    /** Without a colon: it sets apart the senders of tokens. */
    private static final Pattern OWNER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    public ApiKey {
        if (!isOwner(owner.name())) {
            throw new IllegalArgumentException("no name of an owner of a key: " + owner);
        }
        Set<Role> given = EnumSet.noneOf(Role.class);
        given.addAll(roles);
        roles = Collections.unmodifiableSet(given);
    }

    /** Whether an owner can be called so. */
    public static boolean isOwner(String text) {
        return OWNER.matcher(text).matches();
    }

    /** Whether it opens anything at this moment. */
    public boolean opens(Instant now) {
        return now.isBefore(expires) && (revoked == null || now.isBefore(revoked));
    }
}
