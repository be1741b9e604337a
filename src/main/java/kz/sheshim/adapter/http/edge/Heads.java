package kz.sheshim.adapter.http.edge;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.MediaType;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with the head of a request before Quarkus, which would answer some of it with 500 or not at all, reads it. */
final class Heads {
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9._~-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{0,5})?");
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/";

    /** The addresses that take a form, one part for each workbook. All others refuse forms: they are what a browser sends for a page of another site. */
    private static final Pattern UPLOADS = Pattern.compile("/api/v1/drafts(?:/[^/;]+/versions)?");

    private static final Phrase ONE_HOST =
            Phrase.of("The request must have one header Host with the name and port of the service.");

    private Heads() {}

    /** The problem with the head; null if there is none. */
    static @Nullable HttpProblem problem(HttpServerRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
        if (hosts.size() != 1 || !HOST.matcher(hosts.get(0)).matches()) {
            return malformed(ONE_HOST);
        }
        if (request.path() == null) {
            return malformed(Phrase.of("The request must have a path."));
        }
        if (request.path().startsWith("/q/") && !READING.contains(request.method())) {
            return HttpProblem.builder()
                    .withStatus(405)
                    .withTitle("Method Not Allowed")
                    .withHeader("Allow", "GET, HEAD, OPTIONS")
                    .build();
        }
        return unreadableType(request);
    }

    private static @Nullable HttpProblem unreadableType(HttpServerRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept != null && !areMediaTypes(accept)) {
            return malformed(Phrase.of("The header Accept must be a list of media types, such as application/json."));
        }
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null) {
            return null;
        }
        String lower = type.strip().toLowerCase(Locale.ROOT);
        boolean form = !DeskPages.isOne(request.path())
                && (lower.startsWith(FORM) || lower.startsWith(MULTIPART))
                && !isUpload(request);
        if (!isMediaType(type) || form && hasBody(request)) {
            return Problems.said(
                            HttpProblem.builder().withStatus(415).withTitle("Unsupported Media Type"),
                            Phrase.of(
                                    "The header Content-Type must be a media type that the service reads, such as application/json."))
                    .build();
        }
        return null;
    }

    /** Whether it is a form with workbooks, where one is taken. */
    static boolean isUpload(HttpServerRequest request) {
        return isUpload(request, MediaType.MULTIPART_FORM_DATA);
    }

    /** Whether it is an archive of workbooks, where one is taken. */
    static boolean isArchive(HttpServerRequest request) {
        return isUpload(request, "application/zip");
    }

    private static boolean isUpload(HttpServerRequest request, String expected) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null
                && type.strip().toLowerCase(Locale.ROOT).startsWith(expected)
                && request.method().equals(HttpMethod.POST)
                && UPLOADS.matcher(request.path()).matches();
    }

    /** Some clients call a post without a body a form. */
    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || length != null && !length.strip().equals("0");
    }

    private static boolean areMediaTypes(String list) {
        for (String each : list.split(",", -1)) {
            if (!each.isBlank() && !isMediaType(each)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMediaType(String text) {
        try {
            MediaType.valueOf(text.strip());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The problem with a head that Netty could not read, or with an address that is no URI. */
    static HttpProblem unreadable(@Nullable Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return tooLong(
                    414,
                    Phrase.of(
                            "The first line of the request, which has its address, is longer than the service reads."));
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return tooLong(431, Phrase.of("The headers of the request are longer than the service reads."));
        }
        if (cause instanceof HttpCheck.NoHost) {
            return malformed(ONE_HOST);
        }
        return malformed(
                cause instanceof URISyntaxException
                        ? Phrase.of(
                                "The address of the request is no URI. Each % must begin an escape of two hexadecimal digits, such as %20"
                                        + " for a space, and characters such as { and | must be written as such escapes.")
                        : Phrase.of("The head of the request breaks the rules of HTTP."));
    }

    private static HttpProblem tooLong(int status, Phrase detail) {
        return Problems.said(Problems.problem("head-too-long", status, "The head of the request is too long"), detail)
                .build();
    }

    static HttpProblem malformed(Phrase detail) {
        return Problems.said(Problems.problem("malformed-request", 400, "The request is not well-formed"), detail)
                .build();
    }
}
