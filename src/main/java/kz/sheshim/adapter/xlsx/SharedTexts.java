package kz.sheshim.adapter.xlsx;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** The texts that cells refer to by number. */
final class SharedTexts extends PartHandler {
    private final List<@Nullable String> texts = new ArrayList<>();
    private final BitSet struck = new BitSet();
    private final RichText text = new RichText(this);

    @Override
    void begin(String element, Attributes attributes) {
        if (element.equals("si")) {
            text.start();
        } else {
            text.begin(element, attributes);
        }
    }

    @Override
    void end(String element) {
        if (element.equals("si")) {
            struck.set(texts.size(), text.struck());
            texts.add(text.text());
        } else {
            text.end(element);
        }
    }

    /** A part of the text is struck through. */
    boolean struck(int number) {
        return struck.get(number);
    }

    int size() {
        return texts.size();
    }

    /** A text; null when it is longer than a cell can hold. */
    @Nullable
    String text(int number) {
        return texts.get(number);
    }
}
