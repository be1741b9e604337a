package kz.sheshim.adapter.http.desk;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import kz.sheshim.CallerFixture;
import kz.sheshim.access.Role;

/** People at the desk. */
final class DeskFixture {
    /** New for each process. Several test classes use one running service, so nothing is deleted before a class. */
    private static final String DATA =
            "target/desk-of-tests-" + ProcessHandle.current().pid();

    static final Path POLICY = Path.of("src/test/resources/policies/heating-allowance");

    private DeskFixture() {}

    /** A service with the small policy, a database of its own because its law changes, and a provider of accounts. */
    public static class SmallPolicy implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "sheshim.policy.folder",
                    POLICY.toString(),
                    "sheshim.embedded.data-dir",
                    DATA + "/postgres",
                    "sheshim.log.folder",
                    DATA + "/log",
                    "sheshim.http.requests-per-second",
                    "12345");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(ProviderFixture.class));
        }
    }

    /** A request of a browser, of a page of the desk itself. */
    static RequestSpecification browser() {
        return RestAssured.given().redirects().follow(false).header("Sec-Fetch-Site", "same-origin");
    }

    /** The session of a new person in these roles. */
    static String signIn(String name, Role... roles) {
        String key = CallerFixture.make(name, EnumSet.copyOf(List.of(roles)), Duration.ofHours(1))
                .text()
                .reveal();
        return signInWith(key).then().statusCode(303).extract().cookie(SessionCookie.NAME);
    }

    static Response signInWith(String key) {
        return browser().formParam("key", key).post("/desk/sign-in");
    }

    /** A request of somebody who is signed in. */
    static RequestSpecification with(String session) {
        return browser().cookie(SessionCookie.NAME, session);
    }
}
