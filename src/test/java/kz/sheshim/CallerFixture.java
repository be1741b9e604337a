package kz.sheshim;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kz.sheshim.access.ApiKeys;
import kz.sheshim.access.Role;
import kz.sheshim.access.Submitter;
import org.jspecify.annotations.Nullable;

/** Callers of the service that a {@code QuarkusTest} runs. */
public final class CallerFixture {
    private static @Nullable ApiKeys madeBy;
    private static String allRoles = "";

    private CallerFixture() {}

    /** A request of one who may do everything. */
    public static RequestSpecification given() {
        return with(key());
    }

    /** A request of this owner in these roles. */
    public static RequestSpecification as(String owner, Role... roles) {
        return with(make(owner, EnumSet.copyOf(List.of(roles)), Duration.ofHours(1))
                .text()
                .reveal());
    }

    /** A request with this token, whatever it is. */
    public static RequestSpecification with(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token);
    }

    /** A key that opens everything. */
    public static synchronized String key() {
        ApiKeys keys = keys();
        if (madeBy != keys) {
            allRoles = make("tests", EnumSet.allOf(Role.class), Duration.ofHours(1))
                    .text()
                    .reveal();
            madeBy = keys;
        }
        return allRoles;
    }

    public static ApiKeys.NewKey make(String owner, Set<Role> roles, Duration valid) {
        return keys().create(new Submitter(owner), roles, Instant.now().plus(valid));
    }

    private static ApiKeys keys() {
        return CDI.current().select(ApiKeys.class).get();
    }
}
