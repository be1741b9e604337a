package kz.sheshim.adapter.http.edge;

import java.security.Principal;
import kz.sheshim.access.ApiKey;

/** A caller that uses an API key. */
public record KeyPrincipal(ApiKey key) implements Principal {
    @Override
    public String getName() {
        return key.submitter().name();
    }
}
