package kz.sheshim.adapter.http.edge;

import java.security.Principal;
import kz.sheshim.access.ApiKey;

/** A caller with an API key. */
public record KeyPrincipal(ApiKey key) implements Principal {
    @Override
    public String getName() {
        return key.owner().name();
    }
}
