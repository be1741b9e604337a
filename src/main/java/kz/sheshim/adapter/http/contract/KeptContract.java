package kz.sheshim.adapter.http.contract;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.sheshim.hash.Sha256;
import kz.sheshim.policy.Revision;
import kz.sheshim.publication.RulesetUnusable;
import kz.sheshim.publication.Rulesets;

/** Gives the OpenAPI document, which is made once for each revision. Quarkus would make it anew for each request, and callers need no key for it. */
@Singleton
final class KeptContract {
    private static final String PATH = "/q/openapi";

    /** @param tag the hash of the bytes, in quotation marks */
    private record Document(Buffer bytes, String tag) {}

    private final OpenApiDocumentService maker;
    private final Rulesets rulesets;
    private final Map<Format, Document> kept = new EnumMap<>(Format.class);
    private Optional<Revision> origin = Optional.empty();

    KeptContract(OpenApiDocumentService maker, Rulesets rulesets) {
        this.maker = maker;
        this.rulesets = rulesets;
    }

    void serve(@Observes Router router) {
        for (String ending : List.of("", ".json", ".yaml", ".yml")) {
            router.route(HttpMethod.GET, PATH + ending).order(0).blockingHandler(this::answer, false);
        }
    }

    private void answer(RoutingContext context) {
        Format format = format(context);
        Document document = document(format);
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, format.getMimeType() + ";charset=UTF-8")
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .putHeader(HttpHeaders.ETAG, document.tag);
        String known = context.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && known.contains(document.tag)) {
            context.response().setStatusCode(304).end();
        } else {
            context.response().end(document.bytes);
        }
    }

    private synchronized Document document(Format format) {
        Optional<Revision> now = inForce();
        if (now.isEmpty() || !now.equals(origin)) {
            kept.clear();
            origin = now;
        }
        return kept.computeIfAbsent(format, this::make);
    }

    /** Empty while the workbooks cannot be used: then nothing is kept. */
    private Optional<Revision> inForce() {
        try {
            return Optional.of(rulesets.inForce().revision());
        } catch (RulesetUnusable e) {
            return Optional.empty();
        }
    }

    private Document make(Format format) {
        byte[] bytes = maker.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, format);
        return new Document(Buffer.buffer(bytes), "\"" + Sha256.hex(bytes) + "\"");
    }

    /** As Quarkus chooses it: by the ending, the header Accept or the parameter format. */
    private static Format format(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.endsWith(".json")) {
            return Format.JSON;
        }
        if (!path.equals(PATH)) {
            return Format.YAML;
        }
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        boolean json = accept != null && accept.contains(Format.JSON.getMimeType())
                || context.queryParam("format").stream().anyMatch(Format.JSON.name()::equalsIgnoreCase);
        return json ? Format.JSON : Format.YAML;
    }
}
