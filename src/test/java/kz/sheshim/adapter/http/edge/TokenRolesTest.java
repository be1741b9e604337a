package kz.sheshim.adapter.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenRolesTest {
    private static Set<String> roles(String content, String... claims) {
        String part = Base64.getUrlEncoder().withoutPadding().encodeToString(content.getBytes(StandardCharsets.UTF_8));
        return TokenRoles.roles("head." + part + ".signature", List.of(claims));
    }

    @Test
    void onlyAListInTheConfiguredClaimGivesRoles() {
        assertThat(roles("{\"groups\":[\"intake\",1]}", "groups")).containsExactly("intake");
        assertThat(roles("{\"groups\":\"intake auditor\"}", "groups")).isEmpty();
        assertThat(roles("{\"scope\":\"intake\",\"realm_access\":{\"roles\":[\"operator\"]}}", "groups"))
                .isEmpty();
    }

    @Test
    void pathLeadsIntoObjects() {
        assertThat(roles("{\"realm_access\":{\"roles\":[\"operator\"]}}", "realm_access/roles"))
                .containsExactly("operator");
        assertThat(roles("{\"http://x/y\":{\"r\":[\"intake\"]}}", "\"http://x/y\"/r"))
                .containsExactly("intake");
        assertThat(roles("{\"realm_access\":[]}", "realm_access/roles")).isEmpty();
    }
}
