package kz.sheshim.adapter.http.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kz.sheshim.access.Role;
import org.junit.jupiter.api.Test;

/** Nothing that somebody types is lost. Playwright starts Chromium without its cache of pages, so that Back loads the page again. */
@QuarkusTest
@TestProfile(InChromium.ShippedPolicy.class)
class TypedBrowserIT extends InChromium {
    private static final Path PICTURES = Path.of("target/desk");

    private Page typing(String name) {
        Page analyst = signIn(name, "en", ColorScheme.LIGHT, Role.ANALYST);
        analyst.navigate(desk + "/rows?table=term&rule=TM-01");
        analyst.locator("input[name=c4]").fill("4");
        analyst.locator(".cells .note textarea").fill("Typed.");
        assertThat(analyst.locator("aside [hx-post]")).containsText("Scenarios decided otherwise");
        return analyst;
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    @Test
    void cellsSurviveTheBackButtonAndLeavingIsAskedAbout() {
        Page analyst = typing("dina");
        List<String> asked = new ArrayList<>();
        analyst.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.accept();
        });
        analyst.locator("nav a").first().click();
        analyst.waitForURL("**/desk/tables");
        assertThat(asked).containsExactly("beforeunload");
        analyst.goBack();
        assertThat(analyst.locator("input[name=c4]")).hasValue("4");
        assertThat(analyst.locator(".cells .note textarea")).hasValue("Typed.");
        picture(analyst, "typed-after-back");
        analyst.fill("#title", "Four days");
        analyst.locator("main button.main").click();
        analyst.waitForURL("**/desk/drafts/*");
        assertThat(asked).containsExactly("beforeunload");
        analyst.context().close();
    }

    @Test
    void aPageOnWhichNobodyTypedIsLeftWithoutAQuestion() {
        Page analyst = signIn("saule", "en", ColorScheme.LIGHT, Role.ANALYST);
        List<String> asked = new ArrayList<>();
        analyst.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.accept();
        });
        analyst.navigate(desk + "/try"); // a moment is written with its seconds, and the browser keeps it without
        analyst.locator("nav a").first().click();
        analyst.waitForURL("**/desk/tables");
        assertThat(asked).isEmpty();
        analyst.context().close();
    }

    @Test
    void whatIsTypedOnADraftStaysWhenItsEffectArrivesAndThePageRenews() {
        Page analyst = typing("zhanar");
        analyst.fill("#title", "Four days under which scenarios fail");
        analyst.locator("main button.main").click();
        analyst.waitForURL("**/desk/drafts/*");
        assertThat(analyst.locator("#proposal")).isVisible();
        analyst.locator("#comment").fill("Typed too.");
        assertThat(analyst.locator("div#dossier")).isVisible(within(Duration.ofMinutes(3)));
        assertThat(analyst.locator("#comment")).hasValue("Typed too.");
        assertThat(analyst.locator(".checks .no").first()).containsText("Errors:");
        assertThat(analyst.locator("#proposal")).hasCount(0);
        picture(analyst, "renewed-while-typing");
        analyst.context().close();
    }

    @Test
    void whoseSessionHasEndedIsToldWhileTyping() {
        Page analyst = typing("marat");
        analyst.context().clearCookies();
        analyst.mouse().wheel(0, 900);
        analyst.locator("input[name=c4]").fill("5");
        assertThat(analyst.locator(".ended")).containsText("then go on typing");
        assertThat(analyst.locator(".ended p").first()).isInViewport();
        assertThat(analyst.locator("input[name=c4]")).hasValue("5");
        picture(analyst, "ended-while-typing");
        analyst.context().close();
    }
}
