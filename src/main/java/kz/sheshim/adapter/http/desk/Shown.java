package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import kz.sheshim.policy.Revision;
import kz.sheshim.vocabulary.Language;
import org.jspecify.annotations.Nullable;

/** How the desk writes what has no form of its own. */
final class Shown {
    private static final int BEGINNING = 12;
    private static final int GROUPED_FROM = 10_000;

    private Shown() {}

    /** The beginning of a revision, by which people tell revisions apart. */
    static String revision(Revision revision) {
        String hash = revision.value().substring(revision.value().indexOf(':') + 1);
        return hash.substring(0, Math.min(BEGINNING, hash.length()));
    }

    /**
     * Leads the browser to another page. The address has no host, so it is right behind every proxy.
     *
     * @param path with the query
     */
    static Response.ResponseBuilder page(String path) {
        return Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, path);
    }

    /** The text as a part of an address: a segment of the path, a value in the query, or the anchor. Templates know it as {@code text.inAddress}. */
    @TemplateExtension
    static String inAddress(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What a form sends back as it is. Templates know it as {@code value.asIs}, and elsewhere {@link VisibleText} shows what cannot be seen. */
    record AsIs(Object value) {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    @TemplateExtension
    static AsIs asIs(Object value) {
        return new AsIs(value);
    }

    /**
     * A whole number as the language of the reader writes it; as in verdicts, one of four digits has no groups. Templates and messages know it as {@code
     * number.grouped}.
     *
     * @param locale the tag of the language; null: the default one
     */
    @TemplateExtension
    static String grouped(Number number, @TemplateAttribute(TemplateInstance.LOCALE) @Nullable Object locale) {
        Language language = locale == null ? DeskLanguages.ALL.first() : Language.of(locale.toString());
        return Math.abs(number.longValue()) < GROUPED_FROM
                ? number.toString()
                : NumberFormat.getIntegerInstance(language.formats()).format(number);
    }

    /** What is offered, by its code or path, in the order of the words for it. */
    static <T> Map<String, String> choices(Map<String, T> from, BiFunction<String, T, String> text, Language language) {
        Map<String, String> texts = new LinkedHashMap<>();
        Comparator<Object> order = DeskLanguages.order(language);
        from.entrySet().stream()
                .map(each -> Map.entry(each.getKey(), text.apply(each.getKey(), each.getValue())))
                .sorted(Comparator.comparing(Map.Entry::getValue, order))
                .forEach(each -> texts.put(each.getKey(), each.getValue()));
        return texts;
    }
}
