package kz.sheshim.adapter.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kz.sheshim.facts.ApplicationReader;
import kz.sheshim.facts.Fault;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** Reads bodies token by token, so that a member name that stands twice is seen at its place. */
public final class JacksonParser implements JsonParser {
    private static final int DEEPEST = 32;
    private static final String BYTE_ORDER_MARK = "\ufeff";
    /** What Jackson says to programmers behind what it says of the text. */
    private static final Pattern ADVICE =
            Pattern.compile(": enable `.*|, use (?:of )?`.*|\\[Source: [^;]*; ([^\\]]*)]", Pattern.DOTALL);

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    @Override
    public Parsed parse(byte[] body) {
        String text;
        try {
            text = encoding(body).newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            return broken("", Phrase.of("the body is neither UTF-8 nor UTF-16"));
        }
        if (text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(BYTE_ORDER_MARK.length());
        }
        List<Fault> faults = new ArrayList<>();
        try (com.fasterxml.jackson.core.JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                return broken(text, Phrase.of("the body is empty; expected a JSON object"));
            }
            Object value = value(parser, faults);
            if (parser.nextToken() != null) {
                return broken(text, Phrase.of("something stands behind the end of the JSON object"));
            }
            return new Parsed(text, value, faults, true);
        } catch (StreamConstraintsException e) {
            return broken(
                    text,
                    isTooDeep(e)
                            ? Phrase.of("the JSON is nested deeper than {0} levels", DEEPEST)
                            : Phrase.of("a number in the JSON has too many digits"));
        } catch (JsonProcessingException e) {
            return broken(
                    text,
                    Phrase.of(
                            "the body is not JSON: {0} (line {1}, column {2})",
                            ADVICE.matcher(e.getOriginalMessage()).replaceAll("$1"),
                            e.getLocation().getLineNr(),
                            e.getLocation().getColumnNr()));
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory cannot fail", e);
        }
    }

    /** JSON begins with an ASCII character, so where the zeros are tells UTF-16 from UTF-8 (RFC 4627, section 3), with or without a byte order mark. */
    private static Charset encoding(byte[] body) {
        if (body.length < 2) {
            return StandardCharsets.UTF_8;
        }
        int first = body[0] & 0xff;
        int second = body[1] & 0xff;
        if (first == 0xfe && second == 0xff || first == 0 && second != 0) {
            return StandardCharsets.UTF_16BE;
        }
        return first == 0xff && second == 0xfe || first != 0 && second == 0
                ? StandardCharsets.UTF_16LE
                : StandardCharsets.UTF_8;
    }

    private static boolean isTooDeep(StreamConstraintsException e) {
        return e.getOriginalMessage().startsWith("Document nesting depth");
    }

    private static Parsed broken(String text, Phrase message) {
        return new Parsed(text, null, List.of(new Fault("$", message, null)), false);
    }

    private static @Nullable Object value(com.fasterxml.jackson.core.JsonParser parser, List<Fault> faults)
            throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, faults);
            case START_ARRAY -> {
                List<@Nullable Object> elements = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(value(parser, faults));
                }
                yield elements;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, faults);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static @Nullable Object number(com.fasterxml.jackson.core.JsonParser parser, List<Fault> faults)
            throws IOException {
        try {
            return parser.getDecimalValue();
        } catch (NumberFormatException | ArithmeticException e) {
            faults.add(new Fault(
                    path(parser.getParsingContext()),
                    Phrase.of("the number has an exponent that is out of all bounds"),
                    null));
            return null;
        }
    }

    private static Map<String, @Nullable Object> object(
            com.fasterxml.jackson.core.JsonParser parser, List<Fault> faults) throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            Object value = value(parser, faults);
            int before = members.size();
            Object first = members.put(name, value);
            if (members.size() == before) {
                members.put(name, first);
                faults.add(new Fault(
                        path(parser.getParsingContext()),
                        Phrase.of("stands twice; which one is meant would be a guess"),
                        null));
            }
        }
        return members;
    }

    /** Where the parser is. Only a fault asks for it. */
    private static String path(JsonStreamContext place) {
        if (place.inRoot()) {
            return "$";
        }
        String around = path(place.getParent());
        return place.inArray()
                ? around + "[" + place.getCurrentIndex() + "]"
                : ApplicationReader.child(around, place.getCurrentName());
    }
}
