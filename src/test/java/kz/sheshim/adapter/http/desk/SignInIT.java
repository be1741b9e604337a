package kz.sheshim.adapter.http.desk;

import static kz.sheshim.adapter.http.desk.DeskFixture.browser;
import static kz.sheshim.adapter.http.desk.DeskFixture.signIn;
import static kz.sheshim.adapter.http.desk.DeskFixture.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import kz.sheshim.CallerFixture;
import kz.sheshim.access.ApiKeys;
import kz.sheshim.access.Role;
import kz.sheshim.access.Sessions;
import org.junit.jupiter.api.Test;

/** What somebody without a session can do at the desk, and how sessions begin and end. */
@QuarkusTest
@TestProfile(DeskFixture.SmallPolicy.class)
class SignInIT {
    @Inject
    Sessions sessions;

    @Test
    void theLanguageIsChosenBeforeSigningIn() {
        browser()
                .formParam("language", "ru")
                .formParam("next", "/desk/sign-in?next=%2Fdesk%2Ftables")
                .post("/desk/language")
                .then()
                .statusCode(303)
                .header("Location", equalTo("/desk/sign-in?next=%2Fdesk%2Ftables"))
                .cookie(Desk.LANGUAGE, "ru");
    }

    @Test
    void whoHasNoSessionCanSignOutAgain() {
        String session = signIn("twice", Role.ANALYST);
        for (int i = 0; i < 2; i++) {
            with(session)
                    .post("/desk/sign-out")
                    .then()
                    .statusCode(303)
                    .header("Location", equalTo("/desk/sign-in"))
                    .header("Clear-Site-Data", equalTo("\"cache\""));
        }
    }

    @Test
    void aLinkSignsInByItsButtonOnly() {
        ApiKeys.NewKey key = CallerFixture.make("newcomer", EnumSet.of(Role.ANALYST), Duration.ofHours(1));
        String once = sessions.once(key.key());
        String link = "/desk/sign-in?once=" + once;
        browser().head(link).then().statusCode(200).header("Set-Cookie", nullValue());
        browser()
                .get(link)
                .then()
                .statusCode(200)
                .header("Set-Cookie", nullValue())
                .body(
                        containsString("name=\"once\" value=\"" + once + "\""),
                        not(containsString("This link was used")));
        String session = browser()
                .formParam("once", once)
                .post("/desk/sign-in")
                .then()
                .statusCode(303)
                .header("Location", equalTo("/desk"))
                .extract()
                .cookie(SessionCookie.NAME);
        with(session).get("/desk").then().statusCode(200).body(containsString("newcomer"));
        browser()
                .formParam("once", once)
                .post("/desk/sign-in")
                .then()
                .statusCode(403)
                .body(containsString("This link was used"));
    }

    @Test
    void aNewSessionEndsTheOneThatItReplaces() {
        String old = signIn("first", Role.ANALYST);
        ApiKeys.NewKey key = CallerFixture.make("second", EnumSet.of(Role.ANALYST), Duration.ofHours(1));
        String session = with(old)
                .formParam("key", key.text().reveal())
                .post("/desk/sign-in")
                .then()
                .statusCode(303)
                .extract()
                .cookie(SessionCookie.NAME);
        with(session).get("/desk").then().statusCode(200).body(containsString("second"));
        with(old).get("/desk").then().statusCode(303);
    }
}
