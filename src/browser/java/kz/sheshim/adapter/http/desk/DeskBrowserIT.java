package kz.sheshim.adapter.http.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kz.sheshim.CallerFixture;
import kz.sheshim.FolderFixture;
import kz.sheshim.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The desk in Debian's Chromium, with the shipped policy: a change of the law, and a decision, as people see them; then every page that a link leads to, in the
 * three languages and both themes. Pictures of all pages, in English and in Kazakh, are left in
 * {@code target/desk}.
 */
@QuarkusTest
@TestProfile(DeskBrowserIT.ShippedPolicy.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeskBrowserIT {
    private static final String DATA = "target/browser-of-tests";
    private static final Path PICTURES = Path.of("target/desk");
    private static final int[] WIDTHS = {390, 1280, 1920};
    private static final int MOST_PAGES = 60;

    /** With a database of its own: its law changes. */
    public static final class ShippedPolicy implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            FolderFixture.delete(Path.of(DATA));
            return Map.of("sheshim.embedded.data-dir", DATA + "/postgres", "sheshim.log.folder", DATA + "/log");
        }
    }

    @TestHTTPResource("/desk")
    String desk;

    private Playwright playwright;
    private Browser browser;

    @BeforeAll
    void open() throws IOException {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("browser")))
                        .setArgs(List.of("--no-sandbox")));
        FolderFixture.delete(PICTURES);
        Files.createDirectories(PICTURES);
    }

    @AfterAll
    void close() {
        browser.close();
        playwright.close();
    }

    private Page signIn(String name, String language, ColorScheme scheme, Role... roles) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1280, 900)
                .setLocale(language)
                .setColorScheme(scheme));
        Page page = context.newPage();
        String key = CallerFixture.make(name, EnumSet.copyOf(List.of(roles)), Duration.ofHours(1))
                .text()
                .reveal();
        page.navigate(desk);
        page.fill("#key", key);
        page.press("#key", "Enter");
        assertThat(page.locator("h1")).isVisible();
        return page;
    }

    private static LocatorAssertions.IsVisibleOptions within(Duration time) {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(time.toMillis());
    }

    @Test
    @Order(1)
    void anApplicationIsDecidedForTheOtherTests() throws IOException {
        CallerFixture.given()
                .contentType("application/json")
                .body(Files.readString(Path.of("decision-tables/example.json")))
                .post("/api/v1/decisions")
                .then()
                .statusCode(201);
    }

    @Test
    @Order(2)
    void anAnalystChangesARowAndAnApproverPutsItInForce() {
        Page analyst = signIn("dina", "en", ColorScheme.LIGHT, Role.ANALYST);
        analyst.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tables").setExact(true))
                .first()
                .click();
        analyst.fill("#q", "working days");
        analyst.press("#q", "Enter");
        analyst.navigate(desk + "/tables/term");
        analyst.locator("tr#TM-01 .edit a").first().click();
        analyst.locator("input[name=c4]").fill("3");
        assertThat(analyst.getByText("Scenarios with another verdict")).isVisible(within(Duration.ofSeconds(60)));
        analyst.locator("input[name=c4]").fill("1");
        analyst.locator("input[name=c2]").fill("2029-12-31");
        analyst.fill("#title", "Three working days from 2030 on");
        analyst.locator("main button.main").click();
        analyst.waitForURL("**/desk/drafts/*");
        analyst.getByText("change rows").first().click();
        analyst.locator("tr#TM-01 .edit a").last().click();
        analyst.locator("input[name=c0]").fill("TM-02");
        analyst.locator("input[name=c1]").fill("2030-01-01");
        analyst.locator("input[name=c2]").fill("");
        analyst.locator("input[name=c4]").fill("3");
        analyst.locator("main button.main").click();
        analyst.waitForURL("**/desk/drafts/*");
        assertThat(analyst.locator("tr.added#TM-02")).isVisible();
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

    @Test
    @Order(3)
    @EnabledIfSystemProperty(named = "desk.every.page", matches = "true")
    void everyPageIsAccessibleInEveryLanguageAndTheme() {
        List<String> faults = new ArrayList<>();
        Map<String, String> pages = crawl(faults);
        assertThat(pages).hasSizeGreaterThan(8);
        for (String language : List.of("en", "ru", "kk")) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                Page page = signIn("all", language, scheme, Role.values());
                pages.forEach((shape, address) -> {
                    page.navigate(address);
                    String where = shape + " " + language + " " + scheme;
                    for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
                        faults.add(where + ": " + rule.getId() + " " + rule.getHelp() + " "
                                + rule.getNodes().get(0).getHtml());
                    }
                    if (isPictured(language, scheme)) {
                        picture(page, shape, language, scheme, faults);
                    }
                });
                page.context().close();
            }
        }
        assertThat(faults).isEmpty();
    }

    /** A page of each shape that links lead to: two addresses that differ in an id or a value only are of one shape. */
    private Map<String, String> crawl(List<String> faults) {
        Page page = signIn("all", "en", ColorScheme.LIGHT, Role.values());
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add("console: " + message.text());
            }
        });
        Map<String, String> pages = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(desk));
        while (!open.isEmpty() && pages.size() < MOST_PAGES) {
            String address = open.remove();
            String shape = shape(address);
            if (!seen.add(shape)) {
                continue;
            }
            Response answer;
            try {
                answer = page.navigate(address);
            } catch (PlaywrightException download) {
                if (!String.valueOf(download.getMessage()).contains("Download is starting")) {
                    throw download;
                }
                continue;
            }
            if (answer == null || answer.status() != 200) {
                faults.add("a link leads to " + address + ": " + (answer == null ? "nothing" : answer.status()));
                continue;
            }
            if (!String.valueOf(answer.headerValue("content-type")).startsWith("text/html")) {
                continue;
            }
            pages.put(shape, address);
            ((List<?>) page.evaluate("[...document.querySelectorAll('main a[href], nav a[href]')].map(a => a.href.split('#')[0])"))
                    .stream()
                    .map(String::valueOf)
                    .filter(link -> link.startsWith(desk))
                    .forEach(open::add);
        }
        page.context().close();
        return pages;
    }

    private String shape(String address) {
        return address.substring(desk.length())
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|sha256:[0-9a-f]{64}|sha256%3A[0-9a-f]{64}", "ID")
                .replaceAll("=[^&]*", "=VALUE")
                .replaceAll("/tables/[^/?]+", "/tables/TABLE")
                .replaceAll("/rules/[^/?]+", "/rules/RULE")
                .replaceAll("/trace/[^/?]+", "/trace/TABLE")
                .replaceAll("/[0-9]+", "/NUMBER");
    }

    /** The language with the shortest words in the light, and the one with the longest in the dark. */
    private static boolean isPictured(String language, ColorScheme scheme) {
        return scheme == ColorScheme.LIGHT ? language.equals("en") : language.equals("kk");
    }

    private static void picture(Page page, String shape, String language, ColorScheme scheme, List<String> faults) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            boolean isWide = (boolean)
                    page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
            if (isWide) {
                faults.add(shape + " " + language + " is wider than " + width + " pixels");
            }
            String name = (shape.isEmpty() ? "home" : shape.replaceAll("[^A-Za-z]+", "-").replaceAll("^-|-$", ""))
                    + "-" + language + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name)).setFullPage(true));
        }
        page.setViewportSize(1280, 900);
    }
}
