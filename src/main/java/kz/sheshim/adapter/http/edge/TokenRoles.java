package kz.sheshim.adapter.http.edge;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a token only the roles of the configured claim, and only if the claim is a list. Quarkus also takes the words of a text, and roles of the claim
 * {@code scope} if there is no other.
 */
@Singleton
final class TokenRoles implements SecurityIdentityAugmentor {
    /** Before roles are mapped to others. */
    private static final int FIRST = 10_000;

    private final List<String> claims;

    TokenRoles(@ConfigProperty(name = "quarkus.oidc.roles.role-claim-path") List<String> claims) {
        this.claims = List.copyOf(claims);
    }

    @Override
    public int priority() {
        return FIRST;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder()
                        .setPrincipal(token)
                        .addCredentials(identity.getCredentials())
                        .addAttributes(identity.getAttributes())
                        .addRoles(roles(token.getRawToken(), claims))
                        .build());
    }

    /** The texts in the lists that these claims of the token are; the parts of a path are divided by slashes. */
    static Set<String> roles(@Nullable String token, List<String> claims) {
        Set<String> roles = new HashSet<>();
        String[] parts = token == null ? new String[0] : token.split("\\.", -1);
        if (parts.length == 3) {
            JsonObject content =
                    new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(parts[1])));
            for (String claim : claims) {
                if (find(content, claim.strip()) instanceof JsonArray list) {
                    list.stream().filter(String.class::isInstance).forEach(role -> roles.add((String) role));
                }
            }
        }
        return roles;
    }

    /** A name in double quotes may contain slashes. */
    private static @Nullable Object find(JsonObject content, String path) {
        Object found = content;
        for (String name : path.split("/(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
            found = found instanceof JsonObject object ? object.getValue(name.replace("\"", "")) : null;
        }
        return found;
    }
}
