package kz.sheshim.adapter.http.desk;

import static kz.sheshim.adapter.http.desk.DeskFixture.signIn;
import static kz.sheshim.adapter.http.desk.DeskFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.sheshim.CallerFixture;
import kz.sheshim.access.Role;
import org.junit.jupiter.api.Test;

/** A value that no closed list has, in the address of a page, is refused with a sentence: the page would show nothing, or something else than was asked. */
@QuarkusTest
@TestProfile(DeskFixture.SmallPolicy.class)
class ClosedListsIT {
    private static final String NONE = "xyz";
    /** Whatever they say is right: what is searched for in texts, what nobody lists, where to go on, and what is only said. */
    private static final Set<String> OPEN = Set.of("q", "reference", "submitter", "next", "once", "provider", "tried");
    /**
     * The scenario after which the next one that fails is looked for, which may be gone by now; and what a page whose address was checked asks each second.
     */
    private static final Set<String> OPEN_PAGES =
            Set.of("/desk/drafts/{id}/failing/next?after=", "/desk/drafts/{id}/dossier?about=");

    private static final List<String> ADDRESSES = List.of(
            "/desk/decisions?outcome=",
            "/desk/decisions?ground=",
            "/desk/decisions?rule=",
            "/desk/decisions?rule=income-limits/",
            "/desk/decisions?fact=FACT=",
            "/desk/decisions?fact=",
            "/desk/decisions?from=",
            "/desk/decisions?to=",
            "/desk/decisions?decidedFrom=",
            "/desk/decisions?decidedTo=",
            "/desk/decisions?revision=",
            "/desk/decisions?after=",
            "/desk/decisions/none/replay?revision=",
            "/desk/decisions/none/receipts/x.html?language=",
            "/desk/decisions/none/receipts/x.pdf?language=",
            "/desk/drafts?after=",
            "/desk/drafts/DRAFT?about=",
            "/desk/drafts/DRAFT/workbooks?remove=",
            "/desk/numbers?days=",
            "/desk/numbers?by=",
            "/desk/numbers/days.csv?days=",
            "/desk/numbers/grounds.csv?days=",
            "/desk/numbers/facts.csv?days=",
            "/desk/numbers/facts.csv?by=",
            "/desk/numbers/submitters.csv?days=",
            "/desk/numbers/silent-rules.csv?days=",
            "/desk/operations/hand-overs?state=",
            "/desk/operations/hand-overs?state=&destination=",
            "/desk/operations/hand-overs?after=",
            "/desk/publications?after=",
            "/desk/publications/compare?to=sha256:0000&from=",
            "/desk/publications/compare?from=sha256:0000&to=",
            "/desk/rows?table=",
            "/desk/rows?table=income-limits&rule=",
            "/desk/rows?table=income-limits&rule=IL-3&copy=",
            "/desk/rows?table=income-limits&rule=IL-3&new=",
            "/desk/rows?table=income-limits&rule=IL-3&draft=",
            "/desk/scenarios?draft=",
            "/desk/scenarios?scenario=",
            "/desk/scenarios?at=",
            "/desk/tables?revision=",
            "/desk/tables/income-limits?revision=",
            "/desk/tables/income-limits?on=",
            "/desk/try?revision=",
            "/desk/try?from=",
            "/desk/try?scenario=",
            "/desk/try?decision=");

    @Test
    void whatNoListHasIsRefusedOnEveryPage() {
        String session = signIn("reader", Role.values());
        String fact = first(with(session).get("/desk/decisions").asString(), "<select id=\"([^\"]+)\" name=\"fact\"");
        String draft = draft(session);
        for (String each : ADDRESSES) {
            String address = each.replace("FACT", fact).replace("DRAFT", draft) + NONE;
            Response page = with(session).urlEncodingEnabled(false).get(address);
            assertThat(page.statusCode()).as(address).isIn(400, 404);
            assertThat(page.asString()).as(address).contains("<html").contains(NONE);
        }
    }

    @Test
    void theFieldIsMarkedAndTheSentenceIsInTheLanguageOfTheReader() {
        String session = signIn("reader", Role.values());
        Map<String, String> sentences = Map.of(
                "en", "&quot;Outcome&quot; must be a code of the law in force or of a recorded decision: ",
                "ru", "«Исход»: нужен код действующей редакции или записанного решения: ",
                "kk", "қолданыстағы редакцияның немесе жазылған шешімнің коды керек: ");
        sentences.forEach((language, sentence) -> with(session)
                .header("Accept-Language", language)
                .get("/desk/decisions?reference=R-1&outcome=" + NONE)
                .then()
                .statusCode(400)
                .body(
                        containsString(sentence),
                        containsString("name=\"outcome\" value=\"" + NONE + "\" aria-invalid=\"true\""),
                        containsString("name=\"reference\" value=\"R-1\"")));
        String fact = first(with(session).get("/desk/decisions").asString(), "<select id=\"([^\"]+)\" name=\"fact\"");
        String marked = with(session)
                .get("/desk/decisions?fact=&fact=" + fact + "=" + NONE + "&fact=")
                .then()
                .statusCode(400)
                .extract()
                .asString();
        assertThat(Pattern.compile("aria-invalid").matcher(marked).results()).hasSize(1);
    }

    @Test
    void aCommentIsAboutSomethingThatThePageShows() {
        String session = signIn("reader", Role.values());
        String comments = "/desk/drafts/" + draft(session) + "/comments";
        for (String about : List.of(NONE, "income-limits/" + NONE, NONE + "/IL-3")) {
            with(session)
                    .formParams(Map.of("text", "Why so?", "about", about))
                    .post(comments)
                    .then()
                    .statusCode(400)
                    .body(containsString("a row of the draft"), containsString("Why so?"));
        }
        for (String about : List.of("income-limits/IL-3", "income-limits/CL-1", "")) {
            with(session)
                    .formParams(Map.of("text", "Why so?", "about", about))
                    .post(comments)
                    .then()
                    .statusCode(303);
        }
    }

    @Test
    void theApiRefusesTheSame() {
        for (String wrong : List.of("outcome=", "ground=", "rule=income-limits/")) {
            CallerFixture.as("auditor", Role.AUDITOR)
                    .get("/api/v1/decisions?" + wrong + NONE)
                    .then()
                    .statusCode(400)
                    .body("parameter", equalTo(wrong.replaceFirst("=.*", "")));
        }
        CallerFixture.as("operator", Role.OPERATOR)
                .get("/api/v1/hand-overs?destination=" + NONE)
                .then()
                .statusCode(400)
                .body("parameter", equalTo("destination"));
    }

    /** Whoever adds a parameter says here what an unknown value of it does. */
    @Test
    void noParameterOfAPageIsLeftOut() throws IOException, ClassNotFoundException {
        List<String> classes;
        try (Stream<java.nio.file.Path> files =
                Files.list(java.nio.file.Path.of("target/classes/kz/sheshim/adapter/http/desk"))) {
            classes = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\w+\\.class"))
                    .map(name -> "kz.sheshim.adapter.http.desk." + name.replace(".class", ""))
                    .toList();
        }
        int parameters = 0;
        for (String name : classes) {
            Class<?> page = Class.forName(name);
            for (Method method : page.getDeclaredMethods()) {
                if (!method.isAnnotationPresent(GET.class) || !page.isAnnotationPresent(Path.class)) {
                    continue;
                }
                String path = page.getAnnotation(Path.class).value()
                        + (method.isAnnotationPresent(Path.class)
                                ? method.getAnnotation(Path.class).value()
                                : "");
                for (String parameter : parameters(method)) {
                    parameters++;
                    Pattern address = Pattern.compile(path.replaceAll("\\{\\w+}", "[^/]+") + "\\?(.*&)?" + parameter
                            + "=(FACT=|income-limits/)?");
                    assertThat(OPEN.contains(parameter)
                                    || OPEN_PAGES.contains(path + "?" + parameter + "=")
                                    || ADDRESSES.stream().anyMatch(each -> address.matcher(each)
                                            .matches()))
                            .as(path + "?" + parameter)
                            .isTrue();
                }
            }
        }
        assertThat(parameters).isGreaterThan(50);
    }

    private static List<String> parameters(Method method) {
        return Stream.of(method.getParameters())
                .flatMap(ClosedListsIT::elements)
                .map(element -> element.getAnnotation(QueryParam.class))
                .filter(query -> query != null)
                .map(QueryParam::value)
                .toList();
    }

    private static Stream<AnnotatedElement> elements(Parameter parameter) {
        return parameter.isAnnotationPresent(BeanParam.class)
                ? Stream.of(parameter.getType().getDeclaredFields())
                : Stream.of(parameter);
    }

    private static String draft(String session) {
        String form = with(session)
                .get("/desk/rows?table=income-limits&rule=IL-3&copy=true")
                .asString();
        String draft = with(session)
                .formParams(Map.of("table", "income-limits", "rule", "IL-3", "copy", "true", "c0", "CL-1", "c4", "100"))
                .formParams(
                        Map.of("title", "A closed list", "seen", first(form, "name=\"seen\" value=\"([0-9a-f]+)\"")))
                .post("/desk/rows")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        return draft.substring(draft.lastIndexOf('/') + 1);
    }

    private static String first(String page, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern + " in " + page).isTrue();
        return found.group(1);
    }
}
