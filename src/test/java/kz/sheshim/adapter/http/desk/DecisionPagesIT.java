package kz.sheshim.adapter.http.desk;

import static kz.sheshim.CallerFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.CallerFixture;
import kz.sheshim.access.Role;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Decisions as auditors and intake officers see them at the desk. */
@QuarkusTest
class DecisionPagesIT {
    private static final String RULE = "defects-of-identity-documents.DI-03";

    /** Somebody with a key, and a session of it. */
    private record Person(String key, String session) {
        static Person of(String name, Role... roles) {
            String key = CallerFixture.make(name, EnumSet.copyOf(List.of(roles)), Duration.ofHours(1))
                    .text()
                    .reveal();
            return new Person(
                    key,
                    DeskFixture.signInWith(key).then().statusCode(303).extract().cookie(SessionCookie.NAME));
        }

        /** The id of a decision on an application with this reference. */
        String decide(String reference) {
            return with(key)
                    .contentType("application/json")
                    .body(new ApplicationFixture()
                            .set("application.reference", reference)
                            .body())
                    .post("/api/v1/decisions")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
        }

        ValidatableResponse see(String path) {
            return DeskFixture.with(session).get("/desk/decisions" + path).then();
        }
    }

    @Test
    void auditorGetsFromReferenceToCellAndProof() {
        String reference = UUID.randomUUID().toString();
        String id = Person.of("office", Role.INTAKE).decide(reference);
        Person auditor = Person.of("auditor", Role.AUDITOR);
        auditor.see("?reference=" + reference).statusCode(200).body(containsString("/desk/decisions/" + id));
        auditor.see("?reference=" + reference + "&from=&to=&outcome=granted&ground=")
                .statusCode(200)
                .body(not(containsString(id)));
        auditor.see("/" + id)
                .statusCode(200)
                .body(allOf(
                        containsString("The translation is not notarised"),
                        containsString("citation verified"),
                        containsString("documents.xlsx › "),
                        matchesPattern("(?s).*<td><bdi>20[0-9]{2}-[0-9]{2}-[0-9]{2}</bdi></td>.*"),
                        containsString("/trace#rule-" + RULE)));
        auditor.see("/" + id + "/trace")
                .statusCode(200)
                .body(allOf(
                        containsString("id=\"rule-" + RULE + "\""),
                        containsString("✓ holds"),
                        containsString("href=\"/desk/tables/" + RULE.replace(".", "/rules/") + "\""),
                        containsString("<code>documents.xlsx › ")));
        String ended = auditor.see("/" + id + "/trace/who-may-file")
                .statusCode(200)
                .extract()
                .asString()
                .replaceAll("(?s).*id=\"rule-who-may-file[.]WF-01\"", "")
                .replaceAll("(?s)</tr>.*", "");
        assertThat(ended).containsPattern("(?s)2023-02-25.*✓ true: 20.*2024-03-24.*✕ false: 20");
        auditor.see("/" + id + "/proof")
                .statusCode(200)
                .body(allOf(containsString("The proof holds."), not(containsString("does not hold"))));
        auditor.see("/" + id + "/replay").statusCode(200).body(containsString("byte for byte"));
        auditor.see("/" + id + "/erasure").statusCode(403);
        assertThat(auditor.see("/" + id + "/receipts/refusal-receipt.html")
                        .statusCode(200)
                        .extract()
                        .headers()
                        .getValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
    }

    @Test
    void thatThereIsNoReceiptIsSaidInTheLanguageOfTheReader() {
        String id = Person.of("window", Role.INTAKE).decide(UUID.randomUUID().toString());
        DeskFixture.with(DeskFixture.signIn("auditor", Role.AUDITOR))
                .header("Accept-Language", "kk")
                .get("/desk/decisions/" + id + "/receipts/none.html")
                .then()
                .statusCode(404)
                .body(containsString("қолхат жоқ"), not(containsString("no receipt")));
    }

    @Test
    void ruleFactAndSubmitterAreSearchedTogether() {
        String name = "window-" + UUID.randomUUID().toString().substring(0, 8);
        String id = Person.of(name, Role.INTAKE).decide(UUID.randomUUID().toString());
        Person auditor = Person.of("auditor", Role.AUDITOR);
        String search = "?rule=" + RULE.replace('.', '/') + "&submitter=" + name + "&fact=application.channel=";
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> auditor.see(search + "state-corporation")
                .statusCode(200)
                .extract()
                .asString()
                .contains("/desk/decisions/" + id));
        auditor.see(search + "egov-portal").statusCode(200).body(not(containsString(id)));
        with(auditor.key())
                .get("/api/v1/decisions" + search + "state-corporation&limit=10")
                .then()
                .statusCode(200)
                .body("decisions.id", contains(id));
        with(auditor.key())
                .get("/api/v1/decisions" + search + "egov-portal")
                .then()
                .statusCode(200)
                .body("decisions", empty());
        for (String wrong : List.of("rule=x", "fact=x", "fact=applicant.birthDate=1990-04-12")) {
            with(auditor.key()).get("/api/v1/decisions?" + wrong).then().statusCode(400);
        }
        with(Person.of("other-" + name, Role.INTAKE).key())
                .get("/api/v1/decisions?rule=" + RULE.replace('.', '/'))
                .then()
                .statusCode(200)
                .body("decisions", empty());
    }

    @Test
    void intakeSeesOnlyItsOwn() {
        String reference = UUID.randomUUID().toString();
        Person office = Person.of("office-" + reference.substring(0, 8), Role.INTAKE);
        String id = office.decide(reference);
        office.see("/" + id).statusCode(200).body(not(containsString("/replay")));
        office.see("/" + id + "/replay").statusCode(403);
        Person other = Person.of("other-" + reference.substring(0, 8), Role.INTAKE);
        for (String page : List.of("", "/trace", "/proof", "/proof/file", "/application.json")) {
            other.see("/" + id + page).statusCode(404);
        }
        other.see("?reference=" + reference).statusCode(200).body(not(containsString(id)));
    }

    @Test
    void textsFromOutsideAreInert() {
        String script = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
        Person office = Person.of("office", Role.INTAKE, Role.AUDITOR);
        String id = office.decide(script);
        for (String page : List.of("", "/" + id, "/" + id + "/trace", "/" + id + "/proof", "/" + id + "/replay")) {
            office.see(page)
                    .statusCode(200)
                    .body(allOf(not(containsString("<script>alert")), not(containsString("<img"))));
        }
        for (String parameter : List.of("reference", "outcome")) {
            DeskFixture.with(office.session())
                    .queryParam(parameter, script)
                    .get("/desk/decisions")
                    .then()
                    .statusCode(parameter.equals("outcome") ? 400 : 200)
                    .body(not(containsString("<script>alert")));
        }
    }

    @Test
    void textThatReversesWhatFollowsIsShownAsItCame() {
        String reference = "SC-" + UUID.randomUUID() + "-\u202Eabc";
        Person office = Person.of("office", Role.INTAKE, Role.AUDITOR);
        String id = office.decide(reference);
        for (String page : List.of("", "/" + id, "/" + id + "/trace", "/" + id + "/proof", "/" + id + "/replay")) {
            office.see(page).statusCode(200).body(allOf(containsString("-⟨U+202E⟩abc"), not(containsString("\u202E"))));
        }
        DeskFixture.with(office.session())
                .queryParam("reference", reference)
                .get("/desk/decisions")
                .then()
                .statusCode(200)
                .body(allOf(containsString("value=\"" + reference + "\""), containsString("/desk/decisions/" + id)));
    }

    @Test
    void archivistHoldsCaseFileAndReleasesIt() {
        Person office = Person.of("office", Role.INTAKE);
        String id = office.decide(UUID.randomUUID().toString());
        Person archivist = Person.of("archivist", Role.ARCHIVIST);
        String page = "/desk/decisions/" + id + "/erasure";
        archivist
                .see("/" + id + "/erasure")
                .statusCode(200)
                .body(allOf(
                        containsString("action=\"" + page + "/hold\""),
                        not(containsString(page + "/release")),
                        containsString("name=\"sure\"")));
        send(office, page + "/hold", "court", "Request 7").statusCode(403);
        send(archivist, page + "/hold", "Court order", "Request 7").statusCode(400);
        send(archivist, page + "/hold", "court", "").statusCode(400);
        send(archivist, page + "/release", "", "Nothing is held").statusCode(404);
        send(archivist, page + "/hold", "court", "Request 7").statusCode(303).header("Location", endsWith(page));
        archivist
                .see("/" + id + "/erasure")
                .statusCode(200)
                .body(allOf(
                        containsString("A legal hold forbids to erase it"),
                        containsString("Request 7"),
                        containsString("action=\"" + page + "/release\""),
                        not(containsString(page + "/hold")),
                        not(containsString("name=\"sure\""))));
        DeskFixture.with(archivist.session())
                .formParam("basis", "court-order")
                .formParam("reason", "Letter 17")
                .formParam("sure", "yes")
                .post(page)
                .then()
                .statusCode(409);
        send(archivist, page + "/release", "", "").statusCode(400);
        send(archivist, page + "/release", "", "Letter 8").statusCode(303);
        archivist
                .see("/" + id + "/erasure")
                .statusCode(200)
                .body(allOf(containsString("Request 7"), containsString("Letter 8"), containsString("name=\"sure\"")));
        with(archivist.key())
                .get("/api/v1/decisions/" + id + "/hold")
                .then()
                .body("held", equalTo(false))
                .body("steps.kind", contains("placed", "released"))
                .body("steps.reason", contains("Request 7", "Letter 8"))
                .body("steps.officer", contains("archivist", "archivist"));
    }

    private static ValidatableResponse send(Person person, String form, String basis, String reason) {
        return DeskFixture.with(person.session())
                .formParam("basis", basis)
                .formParam("reason", reason)
                .post(form)
                .then();
    }

    @Test
    void erasedCaseFileIsShownAsErased() {
        String id = Person.of("office", Role.INTAKE).decide(UUID.randomUUID().toString());
        Person archivist = Person.of("archivist", Role.ARCHIVIST);
        String page = "/desk/decisions/" + id + "/erasure";
        String list = "/desk/erasures";
        DeskFixture.with(archivist.session()).get("/desk").then().body(containsString("href=\"" + list + "\""));
        DeskFixture.with(archivist.session())
                .formParam("field", "documents.number")
                .formParam("value", "U12345678")
                .post(list)
                .then()
                .statusCode(200)
                .body(containsString(page));
        archivist.see("/" + id + "/erasure").statusCode(200).body(containsString(id));
        DeskFixture.with(archivist.session())
                .formParam("basis", "court-order")
                .post(page)
                .then()
                .statusCode(400);
        DeskFixture.with(archivist.session())
                .formParam("basis", "court-order")
                .formParam("sure", "yes")
                .post(page)
                .then()
                .statusCode(400);
        DeskFixture.with(archivist.session())
                .formParam("basis", "court-order")
                .formParam("reason", "Letter 17")
                .formParam("sure", "yes")
                .post(page)
                .then()
                .statusCode(303);
        archivist
                .see("/" + id + "/erasure")
                .statusCode(200)
                .body(allOf(containsString("court-order"), containsString("Letter 17")));
        DeskFixture.with(archivist.session())
                .get(list)
                .then()
                .body(allOf(containsString(page), containsString("court-order")));
        Person.of("auditor", Role.AUDITOR)
                .see("/" + id)
                .statusCode(200)
                .body(allOf(containsString("court-order"), containsString("What the entry still says")));
    }
}
