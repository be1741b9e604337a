package kz.sheshim.adapter.http.edge;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.stream.Collectors;
import kz.sheshim.access.ApiKey;
import kz.sheshim.access.Role;

/** What somebody with an API key is allowed. */
public final class KeyIdentity {
    private KeyIdentity() {}

    public static SecurityIdentity of(ApiKey key) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new KeyPrincipal(key))
                .addRoles(key.roles().stream().map(Role::code).collect(Collectors.toSet()))
                .build();
    }
}
