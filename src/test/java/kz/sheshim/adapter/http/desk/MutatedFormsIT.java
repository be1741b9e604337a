package kz.sheshim.adapter.http.desk;

import static kz.sheshim.NaughtyFixture.any;
import static kz.sheshim.NaughtyFixture.encoded;
import static kz.sheshim.adapter.http.desk.DeskFixture.signIn;
import static kz.sheshim.adapter.http.desk.DeskFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.sheshim.CallerFixture;
import kz.sheshim.NaughtyFixture;
import kz.sheshim.RawHttpFixture;
import kz.sheshim.RawHttpFixture.Answer;
import kz.sheshim.access.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The links and forms of the desk, found by following them, with other values: each is answered with a page or a problem, none with an error of the service, and no page
 * contains as markup what somebody typed.
 */
@QuarkusTest
@TestProfile(MutatedFormsIT.DeskOfItsOwn.class)
@Timeout(3_600)
class MutatedFormsIT {
    /** The number of requests; the Maven profile campaign raises it. */
    private static final int REQUESTS = Integer.getInteger("mutated.requests", 3_000) / 3;

    private static final int PAGES = 120;
    private static final int OF_ONE_KIND = 4;
    private static final Pattern LINK = Pattern.compile("href=\"(/desk[^\"#]*)");
    private static final Pattern FORM = Pattern.compile("<form([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD =
            Pattern.compile("<(?:input|select|textarea|button)[^>]*\\bname=\"([^\"]*)\"[^>]*");
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"#]*)");
    private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");
    /** They would end the session, or take its key. */
    private static final Pattern LEFT_OUT = Pattern.compile("/desk/sign-|/revoke");

    @TestHTTPResource("/")
    URI service;

    /** Law, keys and drafts are changed at random. */
    public static final class DeskOfItsOwn extends DeskFixture.SmallPolicy {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            String data = "target/mutated-desk-" + ProcessHandle.current().pid();
            settings.put("sheshim.embedded.data-dir", data + "/postgres");
            settings.put("sheshim.log.folder", data + "/log");
            return settings;
        }
    }

    /** A link or a form. */
    private record Request(String method, String address, List<Map.Entry<String, String>> fields) {
        String form() {
            return String.join(
                    "&",
                    fields.stream()
                            .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                            .toList());
        }

        @Override
        public String toString() {
            return method + " " + address + " " + form();
        }
    }

    @Test
    void everyFormIsAnsweredWhateverIsTypedIntoIt() throws Exception {
        CallerFixture.given()
                .contentType("application/json")
                .body(DeskFixture.POLICY.resolve("decision-tables/example.json").toFile())
                .post("/api/v1/decisions")
                .then()
                .statusCode(201);
        String session = signIn("mutator", Role.values());
        with(session)
                .multiPart("title", "A draft")
                .multiPart(
                        "files",
                        "allowance.xlsx",
                        Files.readAllBytes(DeskFixture.POLICY.resolve("decision-tables/allowance.xlsx")))
                .post("/desk/drafts")
                .then()
                .statusCode(303);
        List<Request> requests = new ArrayList<>(found(session));
        assertThat(requests).hasSizeGreaterThan(100).anyMatch(each -> each.method()
                .equals("POST"));
        List<String> nasty = NaughtyFixture.strings(
                "", "0", "-1", "9223372036854775808", "2024-02-30", "x\r\ny", "a".repeat(5_000), "\u202e", "\u0000");
        Random random = new Random(20261130);
        List<String> faults = new ArrayList<>();
        Map<String, String> headers = Map.of(
                "Cookie", SessionCookie.NAME + "=" + session,
                "Sec-Fetch-Site", "same-origin",
                "Content-Type", "application/x-www-form-urlencoded");
        try (RawHttpFixture connection = new RawHttpFixture(service)) {
            for (int i = 0; i < REQUESTS && faults.size() < 10; i++) {
                Request request = changed(requests.get(random.nextInt(requests.size())), nasty, random);
                byte[] body =
                        request.method().equals("POST") ? request.form().getBytes(StandardCharsets.UTF_8) : new byte[0];
                Answer answer = connection.send(request.method(), request.address(), headers, body);
                String fault = fault(answer, request);
                if (fault != null) {
                    faults.add(fault + ": " + request + "\n -> " + answer.status() + " " + shortened(answer.text()));
                }
            }
        }
        assertThat(faults).isEmpty();
        with(session).get("/desk").then().statusCode(200);
    }

    private static @Nullable String fault(Answer answer, Request request) {
        String type = answer.headers().getOrDefault("content-type", "none");
        String text = answer.text();
        if (answer.status() >= 500 && answer.status() != 503) {
            return "an error of the service";
        }
        if (answer.status() >= 400 && !type.startsWith("text/html") && !type.startsWith("application/problem+json")) {
            return "neither a page nor a problem, but " + type;
        }
        if (text.contains("\tat ") || text.contains("Exception:")) {
            return "it tells what the service is made of";
        }
        return type.startsWith("text/html")
                        && typed(request).stream().anyMatch(each -> each.matches("(?s).*<\\w.*") && text.contains(each))
                ? "what was typed is markup"
                : null;
    }

    private static List<String> typed(Request request) {
        List<String> typed = new ArrayList<>(
                request.fields().stream().map(Map.Entry::getValue).toList());
        for (String each : request.address().split("[?&=/]")) {
            typed.add(URLDecoder.decode(each, StandardCharsets.UTF_8));
        }
        return typed;
    }

    private static String shortened(String text) {
        return text.length() < 500 ? text : text.substring(0, 500) + "…";
    }

    private static Request changed(Request request, List<String> nasty, Random random) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (Map.Entry<String, String> each : request.fields()) {
            int what = random.nextInt(8);
            if (what == 0) {
                continue;
            }
            String value = what < 3 ? any(nasty, random) : each.getValue();
            fields.add(Map.entry(each.getKey(), value));
            if (what == 3) {
                fields.add(Map.entry(each.getKey(), any(nasty, random)));
            }
        }
        if (random.nextInt(10) == 0) {
            fields.add(Map.entry(any(nasty, random), any(nasty, random)));
        }
        String address = request.address();
        int question = address.indexOf('?');
        StringBuilder path = new StringBuilder();
        for (String segment : (question < 0 ? address : address.substring(0, question))
                .substring(1)
                .split("/")) {
            path.append('/')
                    .append(path.length() > 5 && random.nextInt(12) == 0 ? encoded(any(nasty, random)) : segment);
        }
        if (question > 0) {
            char separator = '?';
            for (String each : address.substring(question + 1).split("&")) {
                String name = each.replaceFirst("=.*", "");
                String value = random.nextInt(3) == 0 ? encoded(any(nasty, random)) : each.replaceFirst("^[^=]*=?", "");
                path.append(separator).append(name).append('=').append(value);
                separator = '&';
            }
        }
        return new Request(request.method(), path.toString(), fields);
    }

    /** Links and forms of the desk, a few of each kind. */
    private static Set<Request> found(String session) {
        Set<Request> found = new LinkedHashSet<>();
        Map<String, Integer> kinds = new HashMap<>();
        Deque<String> pages = new ArrayDeque<>(List.of("/desk"));
        Set<String> seen = new LinkedHashSet<>(pages);
        for (int i = 0; i < PAGES && !pages.isEmpty(); i++) {
            String page = pages.remove();
            String html = with(session).urlEncodingEnabled(false).get(page).asString();
            for (Matcher link = LINK.matcher(html); link.find(); ) {
                String address = unescaped(link.group(1));
                if (seen.add(address) && !LEFT_OUT.matcher(address).find() && isNew(address, kinds)) {
                    found.add(new Request("GET", address, List.of()));
                    pages.add(address);
                }
            }
            for (Matcher form = FORM.matcher(html); form.find(); ) {
                form(page, form)
                        .filter(each -> isNew(each.method() + each.address(), kinds))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    /** Whether there are few of this kind: the same address but for numbers, hashes and values. */
    private static boolean isNew(String address, Map<String, Integer> kinds) {
        String kind = address.replaceAll("=[^&]*", "").replaceAll("/[^/?]*\\d[^/?]*|sha256[^/?]*", "/_");
        return kinds.merge(kind, 1, Integer::sum) <= OF_ONE_KIND;
    }

    private static Optional<Request> form(String page, Matcher form) {
        Matcher action = ACTION.matcher(form.group(1));
        String address = action.find() ? unescaped(action.group(1)) : page.replaceFirst("\\?.*", "");
        if (LEFT_OUT.matcher(address).find() || form.group(1).contains("multipart")) {
            return Optional.empty();
        }
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (Matcher field = FIELD.matcher(form.group(2)); field.find(); ) {
            Matcher value = VALUE.matcher(field.group());
            fields.add(Map.entry(unescaped(field.group(1)), value.find() ? unescaped(value.group(1)) : "text"));
        }
        if (form.group(1).contains("method=\"post\"")) {
            return Optional.of(new Request("POST", address, fields));
        }
        return Optional.of(new Request("GET", address + "?" + new Request("GET", address, fields).form(), List.of()));
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
