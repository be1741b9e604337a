package kz.sheshim.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import kz.sheshim.hash.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Signs people in who work in a browser. A session stands for an API key and ends with it, or for a person whom an OpenID provider signed in, who keeps the roles
 * of that moment. Its secret text is known only to the browser. Any replica knows the sessions of the others.
 */
public final class Sessions {
    private static final int BYTES = 32;
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final Duration LINK_VALID = Duration.ofMinutes(15);

    private final SessionStore store;
    private final KeyRing ring;
    private final Clock clock;
    private final Duration idle;
    private final Duration longest;
    private final SecureRandom random = new SecureRandom();
    private final AtomicReference<@Nullable Link> link = new AtomicReference<>();

    /** A text that signs in once, for the key. */
    private record Link(KeyHash hash, ApiKey key, Instant until) {}

    /**
     * @param idle the time without a request after which a session ends
     * @param longest the time after which a session ends, however much it is used
     */
    public Sessions(SessionStore store, KeyRing ring, Clock clock, Duration idle, Duration longest) {
        this.store = store;
        this.ring = ring;
        this.clock = clock;
        this.idle = idle;
        this.longest = longest;
    }

    /** Begins a session for whoever knows the key. Returns the session's secret text; empty if the key is not valid. */
    public Optional<String> begin(String keyText) {
        return ring.use(keyText.strip()).map(this::begin);
    }

    private String begin(ApiKey key) {
        return begin(now -> new Session(key.id(), null, now, now));
    }

    /** Begins a session for somebody whom the OpenID provider has signed in. Returns the session's secret text. */
    public String begin(Person person) {
        return begin(now -> new Session(null, person, now, now));
    }

    private String begin(Function<Instant, Session> session) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        store.endAll(now.minus(longest), now.minus(idle));
        String text = secret();
        store.add(hash(text), session.apply(now));
        return text;
    }

    /** Who the session stands for; empty if it has ended. */
    public Optional<SignedIn> find(String text) {
        KeyHash hash = hash(text);
        Instant now = clock.instant();
        return store.find(hash)
                .filter(session -> now.isBefore(session.begun().plus(longest))
                        && now.isBefore(session.seen().plus(idle)))
                .flatMap(session -> {
                    if (!now.isBefore(session.seen().plus(NOTED_EVERY))) {
                        store.saw(hash, now.truncatedTo(ChronoUnit.MILLIS));
                    }
                    return session.person() != null
                            ? Optional.of(session.person())
                            : ring.use(Objects.requireNonNull(session.key())).map(SignedIn.class::cast);
                });
    }

    public void end(String text) {
        store.end(hash(text));
    }

    /** A text that begins one session for this key, within 15 minutes, on this replica. An earlier one is void. */
    public String once(ApiKey key) {
        String text = secret();
        link.set(new Link(hash(text), key, clock.instant().plus(LINK_VALID)));
        return text;
    }

    /** Begins the session of a text that signs in once. */
    public Optional<String> beginOnce(String text) {
        Link offered = link.get();
        return offered != null
                        && offered.hash().equals(hash(text))
                        && clock.instant().isBefore(offered.until())
                        && link.compareAndSet(offered, null)
                ? ring.use(offered.key().id()).map(this::begin)
                : Optional.empty();
    }

    private String secret() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyHash hash(String text) {
        return new KeyHash(Sha256.hex(text.getBytes(StandardCharsets.UTF_8)));
    }
}
