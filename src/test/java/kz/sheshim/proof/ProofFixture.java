package kz.sheshim.proof;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import kz.sheshim.access.Submitter;
import kz.sheshim.adapter.json.JacksonVerdictCodec;
import kz.sheshim.log.CaseFile;
import kz.sheshim.log.Commitment;
import kz.sheshim.log.Decision;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.Disclosure;
import kz.sheshim.log.Part;
import kz.sheshim.log.Result;
import kz.sheshim.log.Seal;
import kz.sheshim.log.Secret;
import kz.sheshim.log.Statement;
import kz.sheshim.log.tree.Checkpoint;
import kz.sheshim.log.tree.Cosigner;
import kz.sheshim.log.tree.Ed25519;
import kz.sheshim.log.tree.Hash;
import kz.sheshim.log.tree.LogProof;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.NoteSigner;
import kz.sheshim.log.tree.Signer;
import kz.sheshim.log.tree.VerifierKey;
import kz.sheshim.policy.Revision;
import kz.sheshim.table.Citation;
import kz.sheshim.table.RuleId;
import kz.sheshim.verdict.Ground;
import kz.sheshim.verdict.Verdict;

/** Proofs of decisions that no service made, in a log of our own. All keys and secrets are fixed, so the same proof has the same bytes. */
public final class ProofFixture {
    static final NoteSigner LOG = log("sheshim.example/log", 1);
    static final List<Cosigner> WITNESSES =
            List.of(witness("court.example", 11), witness("audit.example", 12), witness("press.example", 13));
    static final Instant COSIGNED = Instant.parse("2026-11-20T05:15:02Z");

    private ProofFixture() {}

    private static Signer signer(int seed) {
        byte[] bytes = new byte[Ed25519.KEY_LENGTH];
        Arrays.fill(bytes, (byte) seed);
        return Signer.of(Ed25519.keyPair(bytes));
    }

    static NoteSigner log(String name, int seed) {
        return new NoteSigner(name, signer(seed));
    }

    static Cosigner witness(String name, int seed) {
        return new Cosigner(name, signer(seed));
    }

    /** A decision that no rules made. */
    static Decision decision(int number) {
        Verdict verdict = new Verdict(
                "refused",
                LocalDate.of(2026, 11, 20),
                List.of(
                        new Ground(
                                "translation-missing",
                                "refuse",
                                "documents[0]",
                                new RuleId("acceptance", "T-3"),
                                new Citation("R4", "A4-9(1)", Citation.Status.VERIFIED)),
                        new Ground(
                                "document-expired",
                                "refuse",
                                "documents[1]",
                                new RuleId("acceptance", "T-7"),
                                new Citation("R4", null, Citation.Status.TO_VERIFY))),
                List.of(),
                List.of(),
                List.of("issue-receipt"),
                null,
                LocalDate.of(2026, 11, 23),
                List.of());
        return new Decision(
                new DecisionId(UUID.fromString("01a2073c-f074-7a5a-b860-a72886ae%04d".formatted(number))),
                new Submitter("front-office"),
                "Өтініш «" + number + "» 🇰🇿",
                Instant.parse("2026-11-20T05:15:00.123Z").plusSeconds(number),
                new Revision("sha256:" + "0123456789abcdef".repeat(4)),
                "Sheshim 0.1, Drools 10.2.0",
                "{\n  \"applicant\": {\"birthDate\": \"1990-05-01\"},\n  \"documents\": [{\"height\": 1.50}]\n}",
                "{\"applicant\":{\"birthDate\":\"1990-05-01\"},\"documents\":[{\"height\":1.50}]}",
                verdict,
                new JacksonVerdictCodec().encode(verdict),
                List.of("acceptance.xlsx!Translations!A12", "acceptance.xlsx!Translations!A16"));
    }

    private static final List<Part> PERSONAL = List.of(
            Part.of("applicant.birthDate", "1990-05-01"),
            Part.of("applicant.consent", true),
            Part.of("documents[0].height", new BigDecimal("1.50")),
            Part.of("documents[0].pages", 12L),
            Part.of("documents[0].countries", List.of("KAZ", "TUR")));

    private static Secret secret(int seed) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return new Secret(bytes);
    }

    static Seal seal(int number) {
        int[] seed = {number * 2};
        return Seal.of(decision(number), PERSONAL, () -> secret(seed[0]++));
    }

    /** What a proof of this decision says. */
    static ProofContent content(int number, Predicate<String> disclosed) {
        Seal seal = seal(number);
        List<Disclosure> told = new ArrayList<>();
        List<String> result = digests(Result.of(decision(number).verdict()).parts(), seal.result(), disclosed, told);
        List<String> content = digests(CaseFile.of(decision(number)).parts(PERSONAL), seal.caseFile(), disclosed, told);
        return new ProofContent(seal.statement(), result, content, told);
    }

    /** The key of the log. */
    public static VerifierKey key() {
        return LOG.key();
    }

    /** The key of a witness. */
    public static VerifierKey witnessKey() {
        return WITNESSES.get(0).key();
    }

    /** The proof of a decision, with all of its parts, in a log that has no other entry. */
    public static LogProof proof(Decision decision, List<Part> personal) {
        return proof(
                decision,
                Result.of(decision.verdict()).parts(),
                CaseFile.of(decision).parts(personal),
                secret(101));
    }

    /** A proof of these parts, which may contradict each other, as only the log itself could make it. */
    static LogProof proof(List<Part> result, List<Part> content) {
        return proof(decision(0), result, content, secret(101));
    }

    /** A proof in which result and content have the same digest of the outcome. */
    static LogProof proofOfOneDigestTwice() {
        List<Part> result = Result.of(decision(0).verdict()).parts();
        return proof(decision(0), result, List.of(result.get(0)), secret(100));
    }

    private static LogProof proof(Decision decision, List<Part> result, List<Part> content, Secret secretOfContent) {
        Statement statement = Seal.statement(
                decision.id(),
                decision.decidedAt(),
                decision.revision(),
                decision.engine(),
                Commitment.to(result, secret(100)),
                Commitment.to(content, secretOfContent));
        List<Disclosure> told = new ArrayList<>();
        List<String> digests = digests(result, secret(100), part -> true, told);
        List<Disclosure> toldOfContent = new ArrayList<>();
        List<String> digestsOfContent = digests(content, secretOfContent, part -> true, toldOfContent);
        if (!secretOfContent.equals(secret(100))) {
            told.addAll(toldOfContent);
        }
        Hash leaf = Hash.leaf(statement.bytes());
        return new LogProof(
                new ProofContent(statement, digests, digestsOfContent, told).json(),
                0,
                List.of(),
                new Checkpoint(LOG.key().name(), 1, leaf).sign(LOG));
    }

    /** The parts of the result of the first decision. */
    static List<Part> result() {
        return Result.of(decision(0).verdict()).parts();
    }

    /** The parts of the case file of the first decision. */
    static List<Part> caseFile() {
        return CaseFile.of(decision(0)).parts(PERSONAL);
    }

    private static List<String> digests(
            List<Part> parts, Secret secret, Predicate<String> disclosed, List<Disclosure> told) {
        List<Disclosure> disclosures = Commitment.disclosures(parts, secret);
        for (int i = 0; i < parts.size(); i++) {
            if (disclosed.test(parts.get(i).name())) {
                told.add(disclosures.get(i));
            }
        }
        return disclosures.stream().map(Disclosure::digest).toList();
    }

    /** A log of the first decisions. */
    static Note checkpoint(int size, NoteSigner log) {
        return new Checkpoint(log.key().name(), size, root(leaves(size))).sign(log);
    }

    /** The checkpoint, cosigned by the first witnesses. */
    static Note cosigned(Note checkpoint, int witnesses) {
        Note note = checkpoint;
        for (Cosigner witness : WITNESSES.subList(0, witnesses)) {
            note = note.with(witness.cosign(note.text(), COSIGNED));
        }
        return note;
    }

    /** The proof of a decision in the log of the first decisions. */
    static LogProof proof(ProofContent content, int index, int size, Note checkpoint) {
        return new LogProof(content.json(), index, path(leaves(size), index), checkpoint);
    }

    /** The proof of a decision with all of its parts. */
    public static LogProof proof(int index, int size) {
        return proof(content(index, part -> true), index, size, checkpoint(size, LOG));
    }

    private static List<Hash> leaves(int size) {
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(Hash.leaf(seal(i).statement().bytes()));
        }
        return leaves;
    }

    /** RFC 6962, section 2.1, word for word. */
    private static Hash root(List<Hash> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        return Hash.node(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    /** RFC 6962, section 2.1.1, word for word. */
    private static List<Hash> path(List<Hash> leaves, int index) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        List<Hash> before = leaves.subList(0, left);
        List<Hash> after = leaves.subList(left, leaves.size());
        List<Hash> path = new ArrayList<>(index < left ? path(before, index) : path(after, index - left));
        path.add(root(index < left ? after : before));
        return path;
    }

    /** Names of witnesses and their keys for a policy. */
    static String policy(String quorum) {
        StringBuilder policy =
                new StringBuilder("# whom we trust\nlog " + LOG.key() + " https://sheshim.example/log/v1/\n");
        Map<Integer, String> names = Map.of(0, "court", 1, "audit", 2, "press");
        for (int i = 0; i < WITNESSES.size(); i++) {
            policy.append("witness " + names.get(i) + "\t" + WITNESSES.get(i).key() + "\n");
        }
        return policy + "group two 2 court audit press\n" + "quorum " + quorum + "\n";
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
