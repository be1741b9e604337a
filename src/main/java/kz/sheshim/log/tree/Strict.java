package kz.sheshim.log.tree;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Reads numbers, Base64 and UTF-8 in the one form that prints back to the same bytes. */
final class Strict {
    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,18}");

    private Strict() {}

    /** A number from 0 to 2^63-1 in decimal, without leading zeros. */
    static long decimal(String what, String text) {
        if (DECIMAL.matcher(text).matches()) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw new NotValid(what + " must be at most 9223372036854775807, not " + text);
            }
        }
        throw new NotValid(what + " must be a decimal number without sign and leading zeros, not " + quote(text));
    }

    /** Standard Base64 (RFC 4648, section 4) with its padding. */
    static byte[] base64(String what, String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // the same sentence as for Base64 that does not print back
        }
        throw new NotValid(what + " must be standard Base64 with padding, not " + quote(text));
    }

    static String utf8(String what, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new NotValid(what + " must be UTF-8");
        }
    }

    /** The text as it can stand in a message: one line, at most 80 characters. */
    static String quote(String text) {
        String line = text.codePoints()
                .limit(80)
                .map(each -> Character.isISOControl(each) ? '?' : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return "\"" + line + (line.length() < text.length() ? "…" : "") + "\"";
    }
}
