package kz.sheshim.adapter.http.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kz.sheshim.FolderFixture;
import kz.sheshim.access.Role;

/**
 * Every page that a link leads to, in the three languages and both themes. With {@code -Ddesk.pictures=true}, pictures of all pages, in English and in Kazakh, are
 * left in {@code target/desk}.
 */
final class EveryPage {
    private static final boolean PICTURED = Boolean.getBoolean("desk.pictures");
    private static final Path PICTURES = Path.of("target/desk");
    private static final int[] WIDTHS = {390, 1280, 1920};
    private static final int MOST_PAGES = 60;
    /** The slowest rule by far. Colours are the same in each language. */
    private static final List<String> CONTRAST = List.of("color-contrast");

    /** Texts of pictures outside of these, and in panels what has to be scrolled sideways. */
    private static final String CUT =
            """
            [...document.querySelectorAll('main svg text')].filter(text => {
                const own = text.getBoundingClientRect(), whole = text.ownerSVGElement.getBoundingClientRect();
                return own.width > 0 && (own.left < whole.left - 1 || own.right > whole.right + 1);
            }).concat([...document.querySelectorAll('aside .scroll')].filter(part => part.scrollWidth > part.clientWidth))
                .map(cut => cut.textContent.trim().slice(0, 80))
            """;

    /** Tables that scroll up and down inside a page that does so too. */
    private static final String NESTED =
            """
            [...document.querySelectorAll('main .scroll')].filter(part => part.scrollHeight > part.clientHeight + 1)
                .map(part => part.getAttribute('aria-label'))
            """;

    private final InChromium people;
    private final String desk;

    EveryPage(InChromium people) {
        this.people = people;
        this.desk = people.desk;
    }

    /** What is wrong: violations that axe finds, links that lead nowhere, errors of a page, pages that are wider than the window, and what is cut off. */
    List<String> faults() throws IOException {
        if (PICTURED) {
            FolderFixture.delete(PICTURES);
        }
        List<String> faults = new ArrayList<>();
        Map<String, String> pages = crawl(faults);
        assertThat(pages).hasSizeGreaterThan(8);
        for (String language : List.of("en", "ru", "kk")) {
            Page page = people.signIn("all", language, ColorScheme.LIGHT, Role.values());
            pages.forEach((shape, address) -> {
                page.navigate(address);
                boolean isFirst = language.equals("en");
                look(page, shape + " " + language, isFirst ? axe(page) : axe(page).disableRules(CONTRAST), faults);
                if (isFirst) {
                    measure(page, shape, language, ColorScheme.LIGHT, faults);
                }
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                if (isFirst) {
                    look(page, shape + " dark", axe(page).withRules(CONTRAST), faults);
                } else if (language.equals("kk")) {
                    measure(page, shape, language, ColorScheme.DARK, faults);
                }
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            });
            page.context().close();
        }
        return faults;
    }

    private static AxeBuilder axe(Page page) {
        return new AxeBuilder(page).setLegacyMode(true);
    }

    private static void look(Page page, String where, AxeBuilder axe, List<String> faults) {
        for (Rule rule : axe.analyze().getViolations()) {
            faults.add(where + ": " + rule.getId() + " " + rule.getHelp() + " "
                    + rule.getNodes().get(0).getHtml());
        }
    }

    /** A page of each shape that links lead to: two addresses that differ in an id or a value only are of one shape. */
    private Map<String, String> crawl(List<String> faults) {
        Page page = people.signIn("all", "en", ColorScheme.LIGHT, Role.values());
        page.onConsoleMessage(message -> {
            // a browser asks for an icon beside a receipt, which is printed and has none
            if (message.type().equals("error") && !message.location().contains("/favicon.ico")) {
                faults.add("console: " + message.text());
            }
        });
        Map<String, String> drafts = drafts(page);
        Map<String, String> pages = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(desk));
        while (!open.isEmpty() && pages.size() < MOST_PAGES) {
            String address = open.remove();
            String shape = shape(address, drafts);
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
            ((List<?>) page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i)"))
                    .forEach(id -> faults.add(address + " has two elements with the id " + id));
            ((List<?>) page.evaluate("[...document.querySelectorAll('main a[href], nav a[href]')].map(a => a.href.split('#')[0])"))
                    .stream()
                    .map(String::valueOf)
                    .filter(link -> link.startsWith(desk))
                    .forEach(open::add);
        }
        page.context().close();
        return pages;
    }

    /** What the page of a draft shows depends on its state: the state of each draft, by its id. */
    private Map<String, String> drafts(Page page) {
        page.navigate(desk + "/drafts");
        Map<String, String> states = new LinkedHashMap<>();
        for (Locator row : page.locator("main tbody tr").all()) {
            String link = row.locator("a").first().getAttribute("href");
            states.put(
                    link.substring(link.lastIndexOf('/') + 1),
                    row.locator(".state").innerText().strip().replace(' ', '-'));
        }
        assertThat(states).containsValue("draft");
        return states;
    }

    private String shape(String address, Map<String, String> drafts) {
        String path = address.substring(desk.length());
        for (Map.Entry<String, String> draft : drafts.entrySet()) {
            path = path.replace("/drafts/" + draft.getKey(), "/drafts/" + draft.getValue());
        }
        return path
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|sha256:[0-9a-f]{64}|sha256%3A[0-9a-f]{64}", "ID")
                .replaceAll("=[^&]*", "=VALUE")
                .replaceAll("/tables/[^/?]+", "/tables/TABLE")
                .replaceAll("/rules/[^/?]+", "/rules/RULE")
                .replaceAll("/trace/[^/?]+", "/trace/TABLE")
                .replaceAll("/[0-9]+", "/NUMBER");
    }

    /** In the light in the language with the shortest words, in the dark in the one with the longest. */
    private static void measure(Page page, String shape, String language, ColorScheme scheme, List<String> faults) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            boolean isWide = (boolean)
                    page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
            if (isWide) {
                faults.add(shape + " " + language + " is wider than " + width + " pixels");
            }
            ((List<?>) page.evaluate(CUT))
                    .forEach(cut -> faults.add(shape + " " + language + " cuts at " + width + " pixels: " + cut));
            ((List<?>) page.evaluate(NESTED))
                    .forEach(inner -> faults.add(shape + " " + language + " scrolls in a scrolled page: " + inner));
            String name = (shape.isEmpty() ? "home" : shape.replaceAll("[^A-Za-z]+", "-").replaceAll("^-|-$", ""))
                    + "-" + language + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
            if (PICTURED) {
                page.screenshot(
                        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name)).setFullPage(true));
            }
        }
        page.setViewportSize(1280, 900);
    }
}
