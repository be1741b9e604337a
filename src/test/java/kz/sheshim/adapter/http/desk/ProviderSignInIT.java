package kz.sheshim.adapter.http.desk;

import static kz.sheshim.adapter.http.desk.DeskFixture.browser;
import static kz.sheshim.adapter.http.desk.DeskFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People sign in at an OpenID provider and get a session of the desk like everybody else. */
@QuarkusTest
@TestProfile(DeskFixture.SmallPolicy.class)
class ProviderSignInIT {
    private static final Pattern GOES_ON = Pattern.compile("http-equiv=\"refresh\" content=\"0; url=([^\"]*)\"");
    private static final String REFUSED = "/desk/sign-in?provider=refused";

    /** A request of a browser that comes from the provider. */
    private static Response visit(String address, Map<String, String> cookies) {
        return RestAssured.given()
                .redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "cross-site")
                .cookies(cookies)
                .urlEncodingEnabled(false)
                .get(address);
    }

    private static Response begin(String next) {
        return visit("/desk/sign-in/provider?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8), Map.of());
    }

    /** What the browser is answered after it was at the provider and came back. */
    private static Response signIn(String next) {
        Response begun = begin(next);
        String back = visit(begun.header("Location"), Map.of()).header("Location");
        Response checked = visit(back, begun.cookies());
        return checked.statusCode() == 302 ? visit(checked.header("Location"), checked.cookies()) : checked;
    }

    private static String goesOn(Response page) {
        Matcher found = GOES_ON.matcher(page.then().statusCode(200).extract().asString());
        assertThat(found.find()).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    @Test
    void thePageOffersTheProvider() {
        browser()
                .queryParam("next", "/desk/tables")
                .get("/desk/sign-in")
                .then()
                .body(containsString("href=\"/desk/sign-in/provider?next=%2Fdesk%2Ftables\""));
    }

    @Test
    void whoeverTheProviderKnowsWorksAtTheDeskUntilTheySignOut() {
        ProviderFixture.signsIn("7f3c", "aigerim", List.of("analyst", "approver", "unknown"), "");

        Response page = signIn("/desk/tables?q=x");

        assertThat(goesOn(page)).isEqualTo("/desk/tables?q=x");
        assertThat(page.headers().getValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith(SessionCookie.NAME + "=")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Strict"))
                .anyMatch(cookie -> cookie.startsWith("q_session") && cookie.contains("Max-Age=0"));
        String session = page.cookie(SessionCookie.NAME);
        with(session)
                .get("/desk")
                .then()
                .statusCode(200)
                .body(containsString("aigerim"))
                .body(containsString("analyst, approver"));
        with(session).get("/desk/operations/keys").then().statusCode(403);
        with(session).get("/api/v1/tables").then().statusCode(401);

        Response left = with(session)
                .cookie(SessionCookie.PROVIDER, page.cookie(SessionCookie.PROVIDER))
                .post("/desk/sign-out");

        Map<String, String> query = ProviderFixture.form(goesOn(left).split("\\?", 2)[1]);
        assertThat(query).containsEntry("client_id", ProviderFixture.CLIENT);
        assertThat(query.get("id_token_hint")).isEqualTo(page.cookie(SessionCookie.PROVIDER));
        assertThat(query.get("post_logout_redirect_uri")).endsWith("/desk/sign-in");
        with(session).get("/desk").then().statusCode(303);
    }

    @Test
    void theRequestToTheProviderIsBoundToTheBrowser() {
        Response begun = begin("/desk");

        Map<String, String> query =
                ProviderFixture.form(begun.header("Location").split("\\?", 2)[1]);
        assertThat(query).containsKeys("state", "nonce", "code_challenge");
        assertThat(query.get("redirect_uri")).endsWith("/desk/sign-in/provider");
        assertThat(begun.headers().getValues("Set-Cookie"))
                .singleElement()
                .asString()
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax", "Path=/desk/sign-in/provider");
        String back = visit(begun.header("Location"), Map.of()).header("Location");
        ProviderFixture.signsIn("7f3c", "aigerim", List.of("analyst"), "");
        visit(back, Map.of()).then().statusCode(303).header("Location", endsWith(REFUSED));
        visit(back, begin("/desk").cookies()).then().statusCode(303).header("Location", endsWith(REFUSED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonce", "audience", "issuer", "key", "expired"})
    void refusesATokenThatIsNotForThisSignIn(String fault) {
        ProviderFixture.signsIn("7f3c", "aigerim", List.of("analyst"), fault);

        signIn("/desk").then().statusCode(303).header("Location", endsWith(REFUSED));
    }

    @Test
    void saysWhyNobodyIsSignedIn() {
        ProviderFixture.signsIn("7f3d", "guest", List.of("guests"), "");

        signIn("/desk").then().statusCode(303).header("Location", endsWith("?provider=no-roles"));
        browser().get("/desk/sign-in?provider=no-roles").then().body(containsString("has no role"));
        Response begun = begin("/desk");
        String state = ProviderFixture.form(begun.header("Location").split("\\?", 2)[1])
                .get("state");
        visit("/desk/sign-in/provider?error=access_denied&state=" + state, begun.cookies())
                .then()
                .statusCode(303)
                .header("Location", endsWith(REFUSED));
        browser().get(REFUSED).then().body(containsString("did not sign you in"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "https://evil.example", "/desk\\evil", "/desk/sign-in/provider", "/api/v1"})
    void leadsToNoOtherSite(String next) {
        ProviderFixture.signsIn("7f3c", "aigerim", List.of("analyst"), "");

        assertThat(goesOn(signIn(next))).isEqualTo("/desk");
    }

    @Test
    void whatAPersonDoesAtTheDeskIsTheirs() {
        ProviderFixture.signsIn("7f3c", "aigerim", List.of("operator"), "");
        String session = signIn("/desk").cookie(SessionCookie.NAME);

        Response made = with(session)
                .formParam("owner", "made-by-a-person")
                .formParam("role", "intake")
                .post("/desk/operations/keys")
                .then()
                .statusCode(303)
                .extract()
                .response();
        with(session)
                .cookie(SessionCookie.MADE, made.cookie(SessionCookie.MADE))
                .get(made.header("Location"))
                .then()
                .statusCode(200)
                .body(containsString("made-by-a-person"), containsString("sheshim_"));
    }
}
