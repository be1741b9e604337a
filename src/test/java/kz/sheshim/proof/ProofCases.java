package kz.sheshim.proof;

import static kz.sheshim.proof.ProofFixture.COSIGNED;
import static kz.sheshim.proof.ProofFixture.LOG;
import static kz.sheshim.proof.ProofFixture.WITNESSES;
import static kz.sheshim.proof.ProofFixture.checkpoint;
import static kz.sheshim.proof.ProofFixture.content;
import static kz.sheshim.proof.ProofFixture.cosigned;
import static kz.sheshim.proof.ProofFixture.policy;
import static kz.sheshim.proof.ProofFixture.proof;
import static kz.sheshim.proof.ProofFixture.utf8;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import kz.sheshim.log.Part;
import kz.sheshim.log.Statement;
import kz.sheshim.log.tree.Checkpoint;
import kz.sheshim.log.tree.Hash;
import kz.sheshim.log.tree.LogProof;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.NoteSignature;

/** Proofs, good and damaged, that every verifier must judge in the same way. */
final class ProofCases {
    private static final String KEY = LOG.key().toString();
    private static final int INDEX = 4;
    private static final int SIZE = 7;
    private static final String WHOLE = proof(INDEX, SIZE).toString();

    private final List<Case> cases = new ArrayList<>();

    private ProofCases() {}

    /**
     * A proof, and whom its reader trusts.
     *
     * @param trust keys one a line, or a policy
     */
    record Case(String name, byte[] proof, String trust, boolean holds) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> all() {
        ProofCases all = new ProofCases();
        all.good();
        all.lines();
        all.bytes();
        all.contents();
        all.contradictions();
        all.logs();
        all.witnesses();
        all.trusts();
        return all.cases;
    }

    private void good(String name, Object proof, String trust) {
        cases.add(new Case(name, utf8(proof.toString()), trust, true));
    }

    private void bad(String name, Object proof, String trust) {
        byte[] bytes = proof instanceof byte[] raw ? raw : utf8(proof.toString());
        cases.add(new Case(name, bytes, trust, false));
    }

    private void good() {
        for (int size = 1; size <= 9; size++) {
            for (int index = 0; index < size; index++) {
                good("entry " + index + " of " + size, proof(index, size), KEY);
            }
        }
        Note signed = checkpoint(SIZE, LOG);
        good("result only", proof(content(INDEX, Set.of("outcome", "grounds")::contains), INDEX, SIZE, signed), KEY);
        good("nothing disclosed", proof(content(INDEX, part -> false), INDEX, SIZE, signed), KEY);
        good("two keys", WHOLE, ProofFixture.log("sheshim.example/other", 3).key() + "\n\n  " + KEY + "\n");
        good("policy without a quorum", WHOLE, policy("none"));
        good("cosignatures that nobody asks for", proofOf(cosigned(signed, 3)), KEY);
        good("cosignatures of two", proofOf(cosigned(signed, 2)), policy("two"));
        good("cosignatures of all", proofOf(cosigned(signed, 3)), policy("two"));
        Note twice = cosigned(signed, 1).with(WITNESSES.get(0).cosign(signed.text(), COSIGNED.plusSeconds(60)));
        good("one witness twice", proofOf(twice), policy("court"));
        Note extended = new Checkpoint(
                        LOG.key().name(), SIZE, Checkpoint.parse(signed.text()).root(), List.of("more", "ещё"))
                .sign(LOG);
        good("extension lines", proofOf(extended), KEY);
    }

    private static LogProof proofOf(Note checkpoint) {
        return proof(content(INDEX, part -> true), INDEX, SIZE, checkpoint);
    }

    /** Each line removed, doubled, changed, moved. */
    private void lines() {
        List<String> lines = List.of(WHOLE.split("\n", -1));
        for (int i = 0; i < lines.size() - 1; i++) {
            int at = i;
            String line = lines.get(i);
            String name = "line " + (i + 1) + " ";
            changed(name + "removed", lines, copy -> remove(copy, at));
            // the same signature twice is one signature
            boolean signature = line.startsWith("\u2014");
            List<String> doubled = new ArrayList<>(lines);
            doubled.add(i, line);
            cases.add(new Case(name + "doubled", utf8(String.join("\n", doubled)), KEY, signature));
            changed(name + "with a space", lines, copy -> set(copy, at, line + " "));
            changed(name + "with a carriage return", lines, copy -> set(copy, at, line + "\r"));
            changed(name + "with a tab before it", lines, copy -> set(copy, at, "\t" + line));
            if (!line.equals(lines.get(i + 1))) {
                changed(name + "behind the next", lines, copy -> {
                    Collections.swap(copy, at, at + 1);
                    return copy;
                });
            }
            for (int place : line.isEmpty() ? new int[0] : new int[] {0, line.length() / 2, line.length() - 1}) {
                char other = line.charAt(place) == 'A' ? 'B' : line.charAt(place) == '4' ? '5' : 'A';
                changed(
                        name + "with another character at " + place,
                        lines,
                        copy -> set(copy, at, line.substring(0, place) + other + line.substring(place + 1)));
            }
        }
        for (int end = 0; end < WHOLE.length(); end += WHOLE.length() / 23) {
            bad("cut after " + end, WHOLE.substring(0, end), KEY);
        }
    }

    private void changed(String name, List<String> lines, UnaryOperator<List<String>> change) {
        bad(name, String.join("\n", change.apply(new ArrayList<>(lines))), KEY);
    }

    private static List<String> remove(List<String> lines, int at) {
        lines.remove(at);
        return lines;
    }

    private static List<String> set(List<String> lines, int at, String line) {
        lines.set(at, line);
        return lines;
    }

    private void bytes() {
        byte[] whole = utf8(WHOLE);
        byte[] latin = whole.clone();
        latin[latin.length - 20] = (byte) 0xe9;
        bad("not UTF-8", latin, KEY);
        bad("UTF-16", WHOLE.getBytes(StandardCharsets.UTF_16), KEY);
        bad("a byte order mark", "\ufeff" + WHOLE, KEY);
        bad("something else", "%PDF-1.7\n\n\u0000\u0001\n", KEY);
        bad("zeros", new byte[1000], KEY);
        bad("newlines", "\n".repeat(1000), KEY);
        bad("64 hashes", WHOLE.replaceFirst("index 4\n", "index 4\n" + (Hash.EMPTY_ROOT + "\n").repeat(64)), KEY);
        bad("one hash more", WHOLE.replaceFirst("index 4\n", "index 4\n" + Hash.EMPTY_ROOT + "\n"), KEY);
        bad(
                "a hash of 31 bytes",
                WHOLE.replaceFirst(
                        "index 4\n", "index 4\n" + Base64.getEncoder().encodeToString(new byte[31]) + "\n"),
                KEY);
        for (String index : List.of(
                "3",
                "5",
                "6",
                "7",
                "04",
                "-4",
                "4.0",
                "٤",
                "9223372036854775807",
                "9223372036854775808",
                "99999999999999999999")) {
            bad("index " + index, WHOLE.replaceFirst("index 4\n", "index " + index + "\n"), KEY);
        }
        bad("no extra data", WHOLE.replaceFirst("extra .*\n", ""), KEY);
        bad("empty extra data", WHOLE.replaceFirst("extra .*\n", "extra \n"), KEY);
        bad("101 signatures", WHOLE + "\u2014 a AAAAAAA=\n".repeat(100), KEY);
        bad("a signature without a key", WHOLE + "\u2014 a AAAAAA==\n", KEY);
        bad("a signature of nobody", WHOLE + "\u2014  AAAAAAA=\n", KEY);
        bad("a signature of a name with a plus", WHOLE + "\u2014 a+b AAAAAAA=\n", KEY);
        bad("a signature of a name with a space of Unicode", WHOLE + "\u2014 a\u2003b AAAAAAA=\n", KEY);
        good("a signature that nobody knows", WHOLE + "\u2014 a AAAAAAA=\n", KEY);
    }

    /** What the file says is changed, and the file is built again around it. */
    private void contents() {
        ProofContent content = content(INDEX, part -> true);
        String json = new String(content.json(), StandardCharsets.UTF_8);
        Statement statement = content.statement();
        extra("another moment", json.replace("05:15:04", "05:15:05"));
        extra("another id", json.replace("a72886ae0004", "a72886ae0005"));
        extra("another kind", json.replace("sheshim-decision/v1", "sheshim-decision/v2"));
        extra("a line more in the statement", json.replace("\\u000acontent", "\\u000amore x\\u000acontent"));
        extra("a line of the statement twice", json.replace("\\u000acontent", "\\u000aresult x\\u000acontent"));
        extra("a statement without its last newline", json.replace("=\\u000a\",", "=\","));
        extra("no statement", json.replace("\"statement\"", "\"Statement\""));
        extra("a statement that is a number", json.replaceFirst("\"statement\":\"[^\"]*\"", "\"statement\":1"));
        extra("a member more", json.replace("{\"statement\"", "{\"more\":1,\"statement\""));
        extra("a member twice", json.replace(",\"content\":", ",\"content\":[],\"content\":"));
        extra("a space", json.replace(",\"content\":", ", \"content\":"));
        extra("a list", "[" + json + "]");
        extra("null", "null");
        extra("no JSON", json.substring(1));
        extra("something behind", json + " ");
        extra("in UTF-16", new String(json.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1));
        extra("half a character", json.replace("\"content\":[", "\"content\":[\"\\ud83c\","));
        String first = content.result().get(0);
        extra("a digest twice", json.replace("\"" + first + "\"", "\"" + first + "\",\"" + first + "\""));
        extra("a digest less", json.replace("\"" + first + "\",", ""));
        extra("a digest more", json.replace("\"result\":[", "\"result\":[\"-" + "A".repeat(42) + "\","));
        extra("digests unsorted", json.replace("\"result\":[", "\"result\":[\"z" + "A".repeat(42) + "\","));
        extra("a digest of 31 bytes", json.replace("\"result\":[", "\"result\":[\"-" + "A".repeat(41) + "\","));
        extra("a digest of one character", json.replace("\"result\":[", "\"result\":[\"-\","));
        extra(
                "a digest with bits behind its end",
                json.replace("\"result\":[", "\"result\":[\"-" + "A".repeat(41) + "B\","));
        extra("a digest with padding", json.replace("\"result\":[", "\"result\":[\"" + first + "=\","));
        extra("a digest that is a number", json.replace("\"result\":[", "\"result\":[1,"));
        extra("no digests of the result", json.replaceFirst("\"result\":\\[[^]]*]", "\"result\":[]"));
        extra("no digests of the content", json.replaceFirst("\"content\":\\[[^]]*]", "\"content\":[]"));
        extra(
                "digests exchanged",
                new String(
                        new ProofContent(statement, content.content(), content.result(), content.disclosures()).json(),
                        StandardCharsets.UTF_8));
        extra(
                "statement of another entry",
                new String(
                        new ProofContent(
                                        content(3, part -> true).statement(),
                                        content.result(),
                                        content.content(),
                                        content.disclosures())
                                .json(),
                        StandardCharsets.UTF_8));
        extra("a whole other entry", new String(content(3, part -> true).json(), StandardCharsets.UTF_8));
        for (var disclosure : content.disclosures()) {
            String text = disclosure.text();
            String told = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String name = told.split("\"")[3];
            disclosed(name + " forged", json, text, told.substring(0, told.length() - 1) + " ]");
            disclosed(name + " as another part", json, text, told.replaceFirst("\",\"", "\",\"x"));
            disclosed(name + " with another salt", json, text, told.replaceFirst("\\[\"..", "[\"zz"));
            extra(name + " with a character less", json.replace("\"" + text + "\"", "\"" + text.substring(1) + "\""));
            extra(
                    name + " of another decision",
                    json.replace(
                            text, content(3, name::equals).disclosures().get(0).text()));
        }
        String some = content.disclosures().get(0).text();
        for (String told : List.of(
                "", "[]", "{}", "1", "[1,2,3]", "[\"a\",\"b\"]", "[\"a\",\"b\",1,2]", "[\"a\",\"b\",", "\ud83c")) {
            disclosed("disclosure " + told, json, some, told);
        }
        extra("a disclosure of one character", json.replace(some, "A"));
        extra("a disclosure that is not base64url", json.replace(some, "A+"));
        bad("a disclosure twice", rebuilt(json.replace("\"" + some + "\"", "\"" + some + "\",\"" + some + "\"")), KEY);
    }

    private void disclosed(String name, String json, String text, String told) {
        extra(name, json.replace(text, Base64.getUrlEncoder().withoutPadding().encodeToString(utf8(told))));
    }

    private void extra(String name, String json) {
        bad("extra: " + name, rebuilt(json), KEY);
    }

    private static String rebuilt(String json) {
        return WHOLE.replaceFirst("extra .*\n", "extra " + Base64.getEncoder().encodeToString(utf8(json)) + "\n");
    }

    /** The statement commits to all of it, and it cannot all be true. */
    private void contradictions() {
        List<Part> result = ProofFixture.result();
        List<Part> content = ProofFixture.caseFile();
        good("a log of one entry", proof(result, content), KEY);
        good(
                "a key under two names",
                proof(result, content),
                ProofFixture.log("sheshim.example/before", 1).key() + "\n" + KEY);
        for (String name : List.of("outcome", "grounds", "filedOn")) {
            Note signed = checkpoint(SIZE, LOG);
            good(
                    "verdict and " + name + " only",
                    proof(content(INDEX, Set.of("verdict", name)::contains), INDEX, SIZE, signed),
                    KEY);
        }
        List<Part> others = List.of(
                Part.of("outcome", "granted"),
                Part.of("outcome", 1L),
                Part.of("outcome", List.of("refused")),
                Part.of("grounds", List.of()),
                Part.of("grounds", List.of("translation-missing")),
                Part.of("grounds", List.of("document-expired", "translation-missing")),
                Part.of("grounds", "translation-missing"),
                part("grounds", "null"),
                Part.of("filedOn", "2026-11-21"),
                part("filedOn", "{}"));
        for (Part other : others) {
            bad(
                    "verdict of another result: " + other.name() + " " + json(other),
                    proof(with(result, other), content),
                    KEY);
        }
        String verdict = "{\"outcome\":\"refused\",\"filedOn\":\"2026-11-20\",\"grounds\":[%s]%s}";
        String grounds = "{\"code\":\"translation-missing\"},{\"code\":\"document-expired\"}";
        String deep = ",\"more\":" + "[".repeat(31) + "]".repeat(31);
        for (String says : List.of(
                verdict.formatted(grounds, ""),
                verdict.formatted(grounds + "," + grounds, ""),
                " "
                        + verdict.formatted(grounds, ",\"more\" : [1.50, -2e3, true, {\"a\":\"\\\"[{\"}, {\"a\":null}]")
                                .replace(":", " :\n"),
                verdict.formatted(grounds, deep),
                verdict.formatted(grounds, ",\"__proto__\":{\"outcome\":\"granted\"}"),
                verdict.formatted("{\"\\u0063ode\":\"translation-missing\"},{\"code\":\"document-expired\"}", ""))) {
            good("verdict " + says, proof(result, with(content, Part.of("verdict", says))), KEY);
        }
        for (String says : List.of(
                "",
                "refused",
                "[]",
                "null",
                "{}",
                "[" + verdict.formatted(grounds, "") + "]",
                "\ufeff" + verdict.formatted(grounds, ""),
                verdict.formatted(grounds, "") + "}",
                verdict.formatted(grounds, ",\"outcome\":\"refused\""),
                verdict.formatted(grounds, ",\"\\u006futcome\":\"granted\""),
                verdict.formatted(grounds, ",\"more\":[{\"a\":1,\"a\":1}]"),
                verdict.formatted(grounds, ",\"more\":1e99999999999"),
                verdict.formatted(grounds, ",\"more\":" + "1".repeat(1_001)),
                verdict.formatted(grounds, ",\"more\":[" + deep.substring(8) + "]"),
                verdict.formatted("\"translation-missing\",\"document-expired\"", ""),
                verdict.formatted(grounds + ",{}", ""),
                verdict.formatted(grounds + ",null", ""),
                verdict.formatted(grounds, "").replace("[", "{\"a\":[").replace("]", "]}"),
                verdict.formatted(grounds, "").replace("\"refused\"", "[\"refused\"]"),
                verdict.formatted(grounds, "").replace("\"filedOn\"", "\"FiledOn\""))) {
            bad("verdict " + says, proof(result, with(content, Part.of("verdict", says))), KEY);
        }
        Part half = Part.of("verdict", verdict.formatted(grounds, ",\"more\":\"HALF\""));
        bad(
                "a verdict with half a character",
                proof(result, with(content, part("verdict", json(half).replace("HALF", "\\ud83c")))),
                KEY);
        bad("a verdict that is a number", proof(result, with(content, Part.of("verdict", 1L))), KEY);
        good("a verdict alone that is no verdict", proof(List.of(), with(content, Part.of("verdict", "{}"))), KEY);
        List<Part> twice = new ArrayList<>(content);
        twice.add(Part.of("reference", "another"));
        bad("a part with two values", proof(result, twice), KEY);
        List<Part> moved = new ArrayList<>(content);
        moved.add(Part.of("outcome", "granted"));
        bad("an outcome among the content", proof(result.subList(1, 3), moved), KEY);
        List<Part> movedToResult = new ArrayList<>(result);
        movedToResult.add(Part.of("reference", "another"));
        bad("a reference among the result", proof(movedToResult, content), KEY);
        bad("a digest among result and content", ProofFixture.proofOfOneDigestTwice(), KEY);
    }

    private static List<Part> with(List<Part> parts, Part other) {
        return parts.stream()
                .map(part -> part.name().equals(other.name()) ? other : part)
                .toList();
    }

    /** Another key, log or checkpoint. */
    private void logs() {
        bad(
                "key of another log",
                WHOLE,
                ProofFixture.log("sheshim.example/other", 1).key().toString());
        bad(
                "another key of the same name",
                WHOLE,
                ProofFixture.log("sheshim.example/log", 2).key().toString());
        bad("signed by another key", proofOf(checkpoint(SIZE, ProofFixture.log("sheshim.example/log", 2))), KEY);
        bad("checkpoint of a smaller tree", proofOf(checkpoint(SIZE - 1, LOG)), KEY);
        bad("checkpoint of a larger tree", proofOf(checkpoint(SIZE + 1, LOG)), KEY);
        bad(
                "checkpoint of the tree without leaves",
                proofOf(new Checkpoint(LOG.key().name(), 0, Hash.EMPTY_ROOT).sign(LOG)),
                KEY);
        bad(
                "checkpoint of another tree",
                proofOf(new Checkpoint(LOG.key().name(), SIZE, Hash.EMPTY_ROOT).sign(LOG)),
                KEY);
        bad("checkpoint under another name", proofOf(renamed()), KEY);
        NoteSignature forged = checkpoint(SIZE - 1, LOG).signatures().get(0);
        bad(
                "signature of another checkpoint",
                proofOf(new Note(checkpoint(SIZE, LOG).text(), List.of(forged))),
                KEY);
        bad("a good signature and a forged one", proofOf(checkpoint(SIZE, LOG).with(forged)), KEY);
        byte[] bytes = checkpoint(SIZE, LOG).signatures().get(0).signature();
        signature("a signature of 63 bytes", Arrays.copyOf(bytes, 63));
        signature("a signature of 65 bytes", Arrays.copyOf(bytes, 65));
        byte[] large = bytes.clone();
        large[63] |= (byte) 0xe0;
        signature("a signature with an S out of range", large);
    }

    private void signature(String name, byte[] bytes) {
        bad(
                name,
                proofOf(new Note(
                        checkpoint(SIZE, LOG).text(),
                        List.of(new NoteSignature(LOG.key().name(), LOG.key().id(), bytes)))),
                KEY);
    }

    /** Our signature under the checkpoint of a log with another name. */
    private static Note renamed() {
        String text = checkpoint(SIZE, LOG).text().replace("sheshim", "another");
        return new Note(text, List.of(LOG.sign(text)));
    }

    private void witnesses() {
        Note signed = checkpoint(SIZE, LOG);
        bad("no cosignature", WHOLE, policy("two"));
        bad("too few cosignatures", proofOf(cosigned(signed, 1)), policy("two"));
        bad("cosignature of another witness", proofOf(cosigned(signed, 2)), policy("press"));
        Note stranger = cosigned(signed, 1)
                .with(ProofFixture.witness("audit.example", 14).cosign(signed.text(), COSIGNED));
        bad("cosignature of a stranger", proofOf(stranger), policy("two"));
        Note other = cosigned(signed, 1)
                .with(WITNESSES.get(1).cosign(checkpoint(SIZE - 1, LOG).text(), COSIGNED));
        bad("cosignature of another checkpoint", proofOf(other), policy("two"));
        bad("a forged cosignature that is not needed", proofOf(other), policy("none"));
        NoteSignature true1 = WITNESSES.get(1).cosign(signed.text(), COSIGNED);
        byte[] later = true1.signature();
        later[7]++;
        bad("cosignature of another moment", proofOf(cosigned(signed, 1).with(same(true1, later))), policy("two"));
        byte[] before = true1.signature();
        before[0] = (byte) 0x80;
        bad("cosignature before all times", proofOf(cosigned(signed, 1).with(same(true1, before))), policy("two"));
        bad(
                "cosignature without a time",
                proofOf(cosigned(signed, 1).with(same(true1, Arrays.copyOf(later, 64)))),
                policy("two"));
        bad("cosigned, but not signed", proofOf(new Note(signed.text(), List.of(true1))), policy("audit"));
        bad(
                "witness in place of the log",
                proofOf(cosigned(signed, 2)),
                WITNESSES.get(0).key().toString());
    }

    private static NoteSignature same(NoteSignature signature, byte[] bytes) {
        return new NoteSignature(signature.name(), signature.keyId(), bytes);
    }

    /** Keys and policies that are none: nothing can be said of the proof. */
    private void trusts() {
        String policy = policy("two");
        for (String trust : List.of(
                "nothing",
                KEY.substring(1),
                KEY.substring(0, KEY.length() - 1),
                KEY + "A",
                KEY + "\n" + KEY,
                KEY.replaceFirst("\\+", " "),
                KEY.replaceFirst("\\+[0-9a-f]{8}", "+00000000"),
                KEY.replaceFirst("\\+[0-9a-f]{8}", "+0"),
                "a+00000000+",
                "a+00000000+AQ==",
                "a+00000000+Bg==",
                "a+00000000+AQEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "quorum none\nquorum none\n",
                policy + "quorum none\n",
                policy + "log " + KEY + "\n",
                policy + "witness court " + ProofFixture.witness("d", 15).key() + "\n",
                policy + "witness none " + ProofFixture.witness("d", 15).key() + "\n",
                policy + "witness d " + WITNESSES.get(0).key() + "\n",
                policy + "witness d " + ProofFixture.log("d", 15).key() + "\n",
                policy + "group again any court\n",
                policy + "something else\n",
                policy + "\u0001\n",
                policy.replace("quorum two", "quorum three"),
                policy.replace("quorum two", ""),
                policy.replace("quorum two", "quorum two more"),
                policy.replace("group two 2", "group two 4"),
                policy.replace("group two 2", "group two 0"),
                policy.replace("group two 2", "group two 02"),
                policy.replace("group two 2", "group two"),
                policy.replace("group two 2 court audit press", "group two 2"),
                policy.replace("group two 2 court", "group two 2 two"),
                policy.replace("log " + KEY, "log"),
                policy.replace("log " + KEY, "log " + KEY + " a b"))) {
            bad("trust: " + trust, WHOLE, trust);
        }
        good(
                "policy with octets and spaces",
                proofOf(cosigned(checkpoint(SIZE, LOG), 2)),
                policy.replace("witness court", "witness сот\u00a0Ә").replace("court audit", "сот\u00a0Ә \t audit"));
        bad("a policy without logs", WHOLE, "quorum none\n");
        good(
                "all of two groups",
                proofOf(cosigned(checkpoint(SIZE, LOG), 3)),
                policy.replace(
                        "group two 2 court audit press\nquorum two",
                        "group a any court audit\ngroup b all a press\nquorum b"));
        bad(
                "one of two groups",
                proofOf(cosigned(checkpoint(SIZE, LOG), 2)),
                policy.replace(
                        "group two 2 court audit press\nquorum two",
                        "group a any court audit\ngroup b all a press\nquorum b"));
    }

    private static Part part(String name, String json) {
        return new Part(name, json.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(Part part) {
        return new String(part.json(), StandardCharsets.UTF_8);
    }
}
