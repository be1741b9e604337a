package kz.sheshim.adapter.http.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.CallerFixture;
import kz.sheshim.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** People who work at the desk in Debian's Chromium. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InChromium {
    private static final String DATA =
            "target/browser-of-tests-" + ProcessHandle.current().pid();

    /** The shipped policy, a database of its own because its law changes, a provider of accounts, and a destination that is not there yet. */
    public static final class ShippedPolicy implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>();
            settings.put("sheshim.embedded.data-dir", DATA + "/postgres");
            settings.put("sheshim.log.folder", DATA + "/log");
            settings.put("sheshim.hand-over.destinations.registry.url", "http://127.0.0.1:" + freePort() + "/events");
            settings.put(
                    "sheshim.hand-over.destinations.registry.secrets",
                    "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
            settings.put("sheshim.hand-over.first-delay", "100ms");
            settings.put("sheshim.hand-over.give-up-after", "200ms");
            return settings;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(ProviderFixture.class));
        }

        private static int freePort() {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    @TestHTTPResource("/desk")
    String desk;

    private Playwright playwright;
    private Browser browser;

    @BeforeAll
    void open() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("browser")))
                        .setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    void close() {
        browser.close();
        playwright.close();
    }

    Page page(String language, ColorScheme scheme) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1280, 900)
                .setLocale(language)
                .setColorScheme(scheme));
        return context.newPage();
    }

    static LocatorAssertions.IsVisibleOptions within(Duration time) {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(time.toMillis());
    }

    Page signIn(String name, String language, ColorScheme scheme, Role... roles) {
        Page page = page(language, scheme);
        String key = CallerFixture.make(name, EnumSet.copyOf(List.of(roles)), Duration.ofHours(1))
                .text()
                .reveal();
        page.navigate(desk);
        page.fill("#key", key);
        page.press("#key", "Enter");
        assertThat(page.locator("nav").first()).isVisible();
        return page;
    }
}
