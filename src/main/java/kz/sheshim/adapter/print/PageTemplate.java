package kz.sheshim.adapter.print;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.sheshim.policy.ReceiptWord;
import kz.sheshim.receipt.EntryMark;
import kz.sheshim.receipt.Receipt;
import kz.sheshim.verdict.ValueTexts;

/** Writes a receipt as an XHTML page. Every text is escaped; nothing in the page runs or is loaded. */
final class PageTemplate {
    /** Maximum length of the reference in the footer of a page. */
    private static final int MAX_FOOTER_LENGTH = 48;
    /** Characters that XML forbids, and those that would change the direction of the text around them. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]"
                    + "|[\\x{7F}-\\x{9F}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    private static final Pattern PAGE_NUMBER = Pattern.compile("\\{(pages?)}");

    /** A part of the line with the page number: a text or the name of a counter. */
    record Piece(String text, boolean counter) {}

    private final Template template;
    private final String style;

    PageTemplate() {
        Engine engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .build();
        template = engine.parse(resource("receipt.html"), Variant.forContentType(Variant.TEXT_HTML));
        style = resource("receipt.css");
    }

    /**
     * @param paged whether the text is divided into pages with a footer
     */
    String write(Receipt receipt, EntryMark mark, boolean paged) {
        Map<String, String> words = new HashMap<>();
        for (ReceiptWord word : ReceiptWord.values()) {
            words.put(word.name().toLowerCase(Locale.ROOT), receipt.words().getOrDefault(word, word.written()));
        }
        String page = template.data("receipt", receipt)
                .data("words", words)
                .data("style", new RawString(style))
                .data("mark", mark)
                .data("code", new QrCode(mark.text()))
                .data("paged", paged)
                .data("foot", ValueTexts.shortened(receipt.reference(), MAX_FOOTER_LENGTH))
                .data("pages", pieces(receipt.words().getOrDefault(ReceiptWord.PAGE, "")))
                .render();
        return FORBIDDEN.matcher(page).replaceAll("\uFFFD");
    }

    private static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = PAGE_NUMBER.matcher(text);
        int end = 0;
        while (matcher.find()) {
            pieces.add(new Piece(text.substring(end, matcher.start()), false));
            pieces.add(new Piece(matcher.group(1), true));
            end = matcher.end();
        }
        pieces.add(new Piece(text.substring(end), false));
        return pieces;
    }

    private static String resource(String name) {
        try (InputStream in = PageTemplate.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing in the program: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
