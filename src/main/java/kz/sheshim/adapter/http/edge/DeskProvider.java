package kz.sheshim.adapter.http.edge;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The OpenID provider at which people sign in for the desk: the tenant {@code desk} of Quarkus. */
@Singleton
public final class DeskProvider {
    private static final String TENANT = "desk";

    private final boolean isOn;
    private final Optional<String> client;
    private final Instance<TenantConfigBean> tenants;

    DeskProvider(
            @ConfigProperty(name = "quarkus.oidc.desk.tenant-enabled", defaultValue = "true") boolean isOn,
            @ConfigProperty(name = "quarkus.oidc.desk.client-id") Optional<String> client,
            Instance<TenantConfigBean> tenants) {
        this.isOn = isOn;
        this.client = client;
        this.tenants = tenants;
    }

    public boolean isOn() {
        return isOn;
    }

    /**
     * The address at which a browser ends its session with the provider; empty if the provider has none, or is not known yet.
     *
     * @param idToken the token by which the provider signed the person in; null: the provider may ask whether to end it
     * @param after where the provider sends the browser then
     */
    public Optional<String> signOut(@Nullable String idToken, String after) {
        return endSession()
                .map(address -> address + (address.contains("?") ? "&" : "?") + "client_id="
                        + encoded(client.orElse(""))
                        + "&post_logout_redirect_uri=" + encoded(after)
                        + (idToken == null ? "" : "&id_token_hint=" + encoded(idToken)));
    }

    private Optional<String> endSession() {
        return Optional.ofNullable(isOn ? tenants.get().getStaticTenant(TENANT) : null)
                .map(TenantConfigContext::getOidcMetadata)
                .map(OidcConfigurationMetadata::getEndSessionUri);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
