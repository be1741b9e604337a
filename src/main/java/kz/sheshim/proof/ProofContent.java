package kz.sheshim.proof;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.log.Commitment;
import kz.sheshim.log.Disclosure;
import kz.sheshim.log.Part;
import kz.sheshim.log.Statement;
import kz.sheshim.log.tree.NotValid;
import org.jspecify.annotations.Nullable;

/**
 * What a proof says of a decision: its statement, the digests of all parts, and some of the parts themselves. It is the {@code extra} data of a C2SP tlog-proof,
 * as JSON.
 *
 * @param result the digests behind the commitment {@code result}, in base64url, sorted
 * @param content the digests behind the commitment {@code content}, in base64url, sorted
 * @param disclosures the parts that are told
 */
record ProofContent(Statement statement, List<String> result, List<String> content, List<Disclosure> disclosures) {
    private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]+");
    /** Base64url of 32 bytes in the one form that prints back. */
    private static final Pattern DIGEST = Pattern.compile("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");

    ProofContent {
        result = List.copyOf(new TreeSet<>(result));
        content = List.copyOf(new TreeSet<>(content));
        disclosures = List.copyOf(disclosures);
    }

    byte[] json() {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        json.write('{');
        member(json, "statement", statement.text());
        json.write(',');
        member(json, "result", result);
        json.write(',');
        member(json, "content", content);
        json.write(',');
        member(json, "disclosures", disclosures.stream().map(Disclosure::text).toList());
        json.write('}');
        return json.toByteArray();
    }

    private static void member(ByteArrayOutputStream json, String name, Object value) {
        json.writeBytes(('"' + name + "\":").getBytes(StandardCharsets.US_ASCII));
        json.writeBytes(Part.of(name, value).json());
    }

    /** @throws NotValid unless {@link #json} writes the same bytes again */
    static ProofContent read(byte[] json, JsonParser parser) {
        JsonParser.Parsed parsed = parser.parse(json);
        if (!parsed.faults().isEmpty() || !(parsed.value() instanceof Map<?, ?> members)) {
            throw new NotValid("the extra data of the proof is not a JSON object");
        }
        ProofContent content = new ProofContent(
                statement(members.get("statement")),
                texts(members, "result", DIGEST, "digests of 32 bytes"),
                texts(members, "content", DIGEST, "digests of 32 bytes"),
                texts(members, "disclosures", BASE64URL, "base64url").stream()
                        .map(Disclosure::new)
                        .toList());
        if (!Arrays.equals(content.json(), json)) {
            throw new NotValid("the extra data of the proof is not in the form that Sheshim writes");
        }
        return content;
    }

    private static Statement statement(@Nullable Object text) {
        try {
            return new Statement(String.valueOf(text));
        } catch (IllegalArgumentException e) {
            throw new NotValid("the proof has no statement");
        }
    }

    private static List<String> texts(Map<?, ?> members, String name, Pattern form, String formName) {
        List<String> texts = new ArrayList<>();
        if (!(members.get(name) instanceof List<?> list)) {
            throw new NotValid("the proof has no list " + name);
        }
        for (Object each : list) {
            if (!(each instanceof String text) || !form.matcher(text).matches()) {
                throw new NotValid("the list " + name + " of the proof must contain " + formName + " only");
            }
            texts.add(text);
        }
        return texts;
    }

    /** Whether the digests are those that the statement commits to. */
    boolean isCommittedTo(String name, Collection<String> digests) {
        return statement
                .value(name)
                .equals(Optional.of(Commitment.ofDigests(digests).base64()));
    }
}
