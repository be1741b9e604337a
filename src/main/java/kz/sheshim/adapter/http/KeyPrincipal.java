package kz.sheshim.adapter.http;

import java.security.Principal;
import kz.sheshim.access.ApiKey;

/** A caller with an API key. */
record KeyPrincipal(ApiKey key) implements Principal {
    @Override
    public String getName() {
        return key.submitter().name();
    }
}
