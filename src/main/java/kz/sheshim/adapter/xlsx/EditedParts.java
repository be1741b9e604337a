package kz.sheshim.adapter.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.sheshim.workbook.Allowance;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** The parts of a workbook as text, while it is edited. */
final class EditedParts {
    private static final Pattern ENCODING =
            Pattern.compile("^\uFEFF?<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([^\"']+)[\"']");

    private final Archive archive;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, byte[]> changed = new HashMap<>();
    private final Set<String> removed = new HashSet<>();

    EditedParts(Archive archive) {
        this.archive = archive;
    }

    /** The names of the parts that begin and end so, in small letters. */
    List<String> names(String start, String end) {
        return archive.below(start).filter(name -> name.endsWith(end)).toList();
    }

    /** The text of a part, which is well-formed XML without a document type. */
    String text(String name) throws IOException, Allowance.Exceeded, PartHandler.Broken {
        String text = texts.get(Archive.key(name));
        if (text == null) {
            text = decoded(name);
            texts.put(Archive.key(name), text);
        }
        return text;
    }

    private String decoded(String name) throws IOException, Allowance.Exceeded, PartHandler.Broken {
        byte[] bytes = archive.bytes(name);
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException("its part " + name + " is not written in UTF-8", e);
        }
        Matcher encoding = ENCODING.matcher(text);
        if (encoding.find() && !encoding.group(1).equalsIgnoreCase("UTF-8")) {
            throw new IOException("its part " + name + " is written in " + encoding.group(1) + ", not in UTF-8");
        }
        new PartHandler() {
            @Override
            void begin(String element, Attributes attributes) {}
        }.parse(new ByteArrayInputStream(bytes));
        return text;
    }

    Element root(String name) throws IOException, Allowance.Exceeded, PartHandler.Broken {
        try {
            return Element.root(text(name));
        } catch (SAXException e) {
            throw new PartHandler.Broken(e);
        }
    }

    void change(String name, Changes changes) throws IOException, Allowance.Exceeded, PartHandler.Broken {
        if (!changes.isEmpty()) {
            String text = changes.in(text(name));
            texts.put(Archive.key(name), text);
            changed.put(Archive.key(name), text.getBytes(StandardCharsets.UTF_8));
        }
    }

    void remove(String name) {
        removed.add(Archive.key(name));
    }

    /** The workbook. */
    byte[] bytes() throws IOException {
        return archive.with(changed, removed);
    }
}
