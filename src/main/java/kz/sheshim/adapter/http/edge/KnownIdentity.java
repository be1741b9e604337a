package kz.sheshim.adapter.http.edge;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.stream.Collectors;
import kz.sheshim.access.ApiKey;
import kz.sheshim.access.Person;
import kz.sheshim.access.Role;
import kz.sheshim.access.SignedIn;

/** What somebody with an API key, or somebody who signed in at the OpenID provider, is allowed. */
public final class KnownIdentity {
    private KnownIdentity() {}

    public static SecurityIdentity of(SignedIn caller) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(
                        caller instanceof ApiKey key ? new KeyPrincipal(key) : new PersonPrincipal((Person) caller))
                .addRoles(caller.roles().stream().map(Role::code).collect(Collectors.toSet()))
                .build();
    }
}
