package kz.sheshim.adapter.drools;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Any text as hexadecimal digits, so that the rule language never sees it: MVEL undoes escapes in a literal twice, so that no escaping of quotes or backslashes
 * holds. Public, since compiled rules call it.
 */
public final class TextKey {
    private TextKey() {}

    /** The UTF-8 bytes of the text in hexadecimal; for no text something that is no text's key. */
    public static String of(@Nullable String text) {
        return text == null ? "none" : HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
