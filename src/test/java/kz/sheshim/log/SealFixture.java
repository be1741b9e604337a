package kz.sheshim.log;

import java.security.SecureRandom;
import java.util.List;
import java.util.function.Supplier;

/** Seals of decisions. */
public final class SealFixture {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new secret each time. */
    public static final Supplier<Secret> SECRETS = () -> Secret.random(RANDOM);

    public static final SearchKey SEARCH_KEY = new SearchKey(SECRETS.get());

    private SealFixture() {}

    /** A seal without parts of personal data. */
    public static Seal seal(Decision decision) {
        return Seal.of(decision, List.of(), SECRETS);
    }
}
