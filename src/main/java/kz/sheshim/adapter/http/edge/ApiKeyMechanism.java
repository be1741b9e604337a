package kz.sheshim.adapter.http.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import kz.sheshim.access.ApiKey;
import kz.sheshim.access.KeyRing;
import kz.sheshim.access.KeyText;
import org.jspecify.annotations.Nullable;

/** Authenticates callers by their API key. A bearer token that is not an API key is left to OpenID Connect, if configured. */
@Singleton
final class ApiKeyMechanism implements HttpAuthenticationMechanism {
    private static final String BEARER = "Bearer ";

    private static final int MAX_IDENTITIES = 10_000;

    private final KeyRing ring;
    private final DeskProvider provider;
    /** What a key is allowed never changes. */
    private final Cache<ApiKey, Uni<SecurityIdentity>> identities =
            Caffeine.newBuilder().maximumSize(MAX_IDENTITIES).build();

    ApiKeyMechanism(KeyRing ring, DeskProvider provider) {
        this.ring = ring;
        this.provider = provider;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        String key = key(context.request().getHeader(HttpHeaders.AUTHORIZATION));
        if (key == null) {
            return Uni.createFrom().nullItem();
        }
        return ring.use(key)
                .map(found -> identities.get(found, each -> Uni.createFrom().item(KnownIdentity.of(each))))
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
    }

    /** The API key in the header; null if it holds something else. The name of the scheme may be in any case (RFC 9110). */
    private static @Nullable String key(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        String token = authorization.substring(BEARER.length()).strip();
        return token.startsWith(KeyText.PREFIX) ? token : null;
    }

    /** Runs before OpenID Connect. */
    @Override
    public int getPriority() {
        return 2 * DEFAULT_PRIORITY;
    }

    /** OpenID Connect leads people to the provider, but not again those who come back from there without the cookie that they went with. */
    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        if (provider.isOn()
                && context.normalizedPath().equals(DeskPages.PROVIDER)
                && !context.queryParams().contains("state")) {
            return Uni.createFrom().item(false);
        }
        EarlyProblem.unauthorized(context);
        return Uni.createFrom().item(true);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom()
                .item(new ChallengeData(401, EarlyProblem.CHALLENGE.getKey(), EarlyProblem.CHALLENGE.getValue()));
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom()
                .item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "Bearer", "api-key"));
    }
}
