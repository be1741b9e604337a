package kz.sheshim.adapter.http.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import kz.sheshim.CallerFixture;
import kz.sheshim.access.ApiKeys;
import kz.sheshim.access.Role;
import kz.sheshim.access.Sessions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What people come to the desk for, as they do it in a browser, with the shipped policy. */
@QuarkusTest
@TestProfile(InChromium.ShippedPolicy.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeskBrowserIT extends InChromium {
    @ConfigProperty(name = "sheshim.hand-over.destinations.registry.url")
    URI registry;

    @Inject
    Sessions sessions;

    /** Newcomer: nothing has been decided yet. */
    @Test
    @Order(1)
    void aNewcomerRecordsADecisionAndChangesItsRow() {
        ApiKeys.NewKey key = CallerFixture.make("newcomer", EnumSet.allOf(Role.class), Duration.ofHours(1));
        Page newcomer = page("en", ColorScheme.LIGHT);
        newcomer.navigate(desk + "/sign-in?once=" + sessions.once(key.key()));
        newcomer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(newcomer.getByText("No decision is recorded yet.")).isVisible();
        link(newcomer, "Record the first one: try a case, then record it").click();
        assertThat(newcomer.locator("#tried .outcome")).containsText("The application is not accepted.");
        newcomer.getByText("Record as an application").click();
        assertThat(newcomer.locator("#reference")).hasValue("SC-2026-000123");
        assertThat(new AxeBuilder(newcomer).setLegacyMode(true).analyze().getViolations())
                .isEmpty();
        newcomer.getByText("Decide and record").click();
        newcomer.waitForURL("**/desk/decisions/*");
        assertThat(newcomer.locator("article.ground").first()).isVisible();
        newcomer.locator("article.ground a[href*='/desk/tables/']").first().click();
        newcomer.locator("tr:target .edit a").first().click();
        newcomer.fill("#title", "My first change");
        newcomer.locator(".cells .note textarea").fill("Changed by a newcomer.");
        newcomer.locator("main button.main").click();
        newcomer.waitForURL("**/desk/drafts/*");
        assertThat(newcomer.locator("td.note.changed")).containsText("Changed by a newcomer.");
        newcomer.context().close();
    }

    @Test
    @Order(3)
    void anAnalystChangesARowAndAnApproverPutsItInForce() {
        Page analyst = signIn("dina", "en", ColorScheme.LIGHT, Role.ANALYST);
        analyst.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tables").setExact(true))
                .first()
                .click();
        analyst.fill("#q", "working days");
        analyst.press("#q", "Enter");
        analyst.navigate(desk + "/tables/term");
        analyst.locator("tr#rule-TM-01 .edit a").first().click();
        analyst.locator("input[name=c4]").fill("3");
        assertThat(analyst.getByText("Scenarios decided otherwise")).isVisible(within(Duration.ofSeconds(60)));
        analyst.fill("#from", "2030-01-01");
        analyst.fill("#title", "Three working days from 2030 on");
        analyst.locator("main button.main").click();
        analyst.waitForURL("**/desk/drafts/*");
        assertThat(analyst.locator("tr.added th").filter(new Locator.FilterOptions().setHasText("TM-01-2"))).isVisible();
        assertThat(analyst.locator("div#dossier")).isVisible(within(Duration.ofMinutes(3)));
        analyst.reload();
        analyst.fill("#proposal", "From 2030 on.");
        analyst.locator("form[action$=proposal] button").click();
        assertThat(analyst.locator("h1 .state")).hasText("proposed");
        assertThat(analyst.locator("form[action$=approval]")).hasCount(0);

        Page approver = signIn("erlan", "ru", ColorScheme.DARK, Role.APPROVER);
        approver.getByText("Three working days from 2030 on").first().click();
        approver.fill("#approval", "Seen.");
        approver.locator("form[action$=approval] button").click();
        assertThat(approver.locator("h1 .state")).hasText("в силе");
        analyst.context().close();
        approver.context().close();
    }

    /** Auditor: why was it refused? Three clicks from the reference to the cells and the citation. */
    @Test
    @Order(4)
    void anAuditorFindsTheCellAndTheLawBehindARefusal() {
        Page auditor = signIn("saule", "en", ColorScheme.LIGHT, Role.AUDITOR);
        auditor.navigate(desk + "/decisions");
        assertThat(auditor.evaluate(
                        "new Set(['reference', 'from', 'to', 'outcome'].map(id => document.querySelector(`label[for=${id}]`).getBoundingClientRect().top)).size"))
                .as("heights of the labels of one row")
                .isEqualTo(1);
        auditor.fill("#reference", "SC-2026-000123");
        auditor.getByText("Search").click();
        link(auditor, "SC-2026-000123").click();
        assertThat(auditor.locator("article.ground .cited")).containsText("Order of the Minister of Internal Affairs");
        String decision = auditor.url();
        auditor.locator("article.ground a[href*='/trace#']").click();
        assertThat(auditor.locator("tr:target")).isVisible();
        assertThat(auditor.locator("tr:target td.true").first()).isVisible();
        assertThat(auditor.locator("section:has(tr:target) > h2")).isInViewport();
        assertThat(auditor.locator("table:has(tr:target) thead")).isInViewport();
        assertThat(auditor.locator("tr:target").boundingBox().height)
                .as("a row leaves room for others")
                .isLessThan(250);

        auditor.navigate(decision);
        link(auditor, "Proof").click();
        assertThat(auditor.getByText("The proof holds.")).isVisible();
        auditor.navigate(decision);
        link(auditor, "Replay").click();
        assertThat(auditor.getByText("The verdict is the same, byte for byte.")).isVisible();

        auditor.navigate(desk + "/tables?q=verified");
        assertThat(auditor.locator("tbody a.id").first()).hasCSS("white-space", "nowrap");
        auditor.navigate(desk + "/tables/who-may-file?on=2026-11-20");
        assertThat(auditor.locator("tr.out td").first()).hasCSS("text-decoration-line", "none");
        auditor.context().close();
    }

    @Test
    @Order(5)
    void anOperatorRetriesWhatADestinationMissedAndRevokesALeakedKey() throws IOException {
        Page operator = signIn("timur", "en", ColorScheme.LIGHT, Role.OPERATOR);
        assertThat(operator.locator("main .alarm")).containsText("Dead letters: 1");
        link(operator, "Operations").click();
        assertThat(operator.locator(".checks .alarm")).containsText("Dead letters: 1");
        link(operator, "Hand-overs").click();
        assertThat(operator.locator("main")).containsText("http://" + registry.getHost() + ":" + registry.getPort());
        assertThat(operator.locator("tbody").last()).containsText("nothing accepts connections at its address");
        HttpServer back = HttpServer.create(new InetSocketAddress(registry.getHost(), registry.getPort()), 0);
        back.createContext("/events", event -> {
            event.getRequestBody().readAllBytes();
            event.sendResponseHeaders(204, -1);
            event.close();
        });
        back.start();
        try {
            operator.locator("form p button.main").click();
            assertThat(operator.locator("main .notice")).containsText("Tried again: 1.");
            await().untilAsserted(() -> {
                operator.navigate(desk + "/operations/hand-overs?state=delivered");
                assertThat(operator.locator("tbody .state.in-force")).hasCount(1);
            });
        } finally {
            back.stop(0);
        }
        operator.navigate(desk + "/operations");
        assertThat(operator.locator(".checks .alarm")).hasCount(0);

        ApiKeys.NewKey leaked = CallerFixture.make("leaked", EnumSet.of(Role.INTAKE), Duration.ofHours(1));
        link(operator, "API keys").click();
        operator.locator("tr", new Page.LocatorOptions().setHasText("leaked")).getByText("Revoke").click();
        operator.locator("main button.danger").click();
        assertThat(operator.locator("tr", new Page.LocatorOptions().setHasText("leaked")).locator(".state"))
                .hasText("revoked");
        CallerFixture.with(leaked.text().reveal())
                .get("/api/v1/tables")
                .then()
                .statusCode(401);
        operator.context().close();
    }

    /** The provider is another site: the cookie of the session must survive the way back, and no policy may block the way out. */
    @Test
    @Order(6)
    void somebodySignsInAndOutAtTheProvider() {
        ProviderFixture.signsIn("7f3c", "aigerim", List.of("analyst"), "");
        Page analyst = page("en", ColorScheme.LIGHT);
        List<String> errors = new ArrayList<>();
        analyst.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        analyst.navigate(desk + "/tables?q=term");
        link(analyst, "Sign in with your account").click();
        analyst.waitForURL("**/desk/tables?q=term");
        analyst.locator("details.me summary").click();
        assertThat(analyst.locator("details.me")).containsText("aigerim");
        analyst.getByText("Sign out").click();
        analyst.waitForURL("**/desk/sign-in");
        analyst.navigate(desk);
        assertThat(analyst.locator("#key")).isVisible();
        assertThat(errors).isEmpty();
        analyst.context().close();
    }

    /** A link in a mail. The cookie of the session is not sent with it, and is sent when a page of ours goes on. */
    @Test
    @Order(7)
    void linkOfAnotherSiteOpensThePageForWhoIsSignedIn() {
        Page analyst = signIn("dana", "en", ColorScheme.LIGHT, Role.ANALYST);
        analyst.route("http://mail.example/", route -> route.fulfill(new Route.FulfillOptions()
                .setContentType("text/html")
                .setBody("<a href='" + desk + "/tables?q=term'>the table</a>")));
        analyst.navigate("http://mail.example/");
        analyst.getByText("the table").click();
        analyst.waitForURL("**/desk/tables?q=term");
        assertThat(analyst.locator("nav").first()).isVisible();

        Page stranger = page("en", ColorScheme.LIGHT);
        stranger.route("http://mail.example/", route -> route.fulfill(new Route.FulfillOptions()
                .setContentType("text/html")
                .setBody("<a href='" + desk + "/tables?q=term'>the table</a>")));
        stranger.navigate("http://mail.example/");
        stranger.getByText("the table").click();
        stranger.waitForURL("**/desk/sign-in?next=**");
        analyst.context().close();
        stranger.context().close();
    }

    @Test
    @Order(8)
    void onASmallScreenTheMenuIsFoldedAndTheChartShowsToday() {
        Page analyst = signIn("dana", "en", ColorScheme.LIGHT, Role.ANALYST);
        analyst.setViewportSize(390, 800);
        analyst.navigate(desk + "/numbers");
        assertThat(analyst.locator(".top > nav")).isHidden();
        analyst.locator(".menu summary").click();
        Locator tables = analyst.locator(".menu a[href='/desk/tables']");
        assertThat(tables).isVisible();
        analyst.locator(".menu summary").click();
        assertThat(tables).isHidden();
        boolean isShown = (boolean) analyst.evaluate(
                "document.querySelector('.chart').getBoundingClientRect().right <= document.documentElement.clientWidth");
        assertThat(isShown).as("the last day").isTrue();
        for (int width : new int[] {390, 1280}) {
            analyst.setViewportSize(width, 800);
            analyst.navigate(desk + "/tables/who-may-file");
            analyst.evaluate("scrollTo(0, document.documentElement.scrollHeight - innerHeight - 200)");
            assertThat(analyst.locator("h1")).not().isInViewport();
            assertThat(analyst.locator(".sheet thead")).isInViewport();
        }
        analyst.context().close();
    }

    @Test
    @Order(9)
    void everyPageIsAccessibleInEveryLanguageAndTheme() throws IOException {
        Page auditor = signIn("saule", "en", ColorScheme.LIGHT, Role.AUDITOR);
        for (String button : List.of("Begin the audit", "Begin the replay")) {
            auditor.navigate(desk + "/operations/audits");
            auditor.getByText(button).click();
        }
        auditor.context().close();

        assertThat(new EveryPage(this).faults()).isEmpty();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }
}
