package kz.sheshim.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kz.sheshim.decision.PersonalParts;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.log.Disclosure;
import kz.sheshim.log.Part;
import kz.sheshim.log.Result;
import kz.sheshim.log.Seal;
import kz.sheshim.log.tree.Checkpoint;
import kz.sheshim.log.tree.Hash;
import kz.sheshim.log.tree.LogProof;
import kz.sheshim.log.tree.MerkleProof;
import kz.sheshim.log.tree.NotValid;
import kz.sheshim.log.tree.TrustPolicy;
import kz.sheshim.log.tree.TrustPolicy.Member;
import kz.sheshim.log.tree.VerifierKey;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.verdict.VerdictCodec;
import org.jspecify.annotations.Nullable;

/** Checks the proof of a decision with nothing but the file and the keys that the reader trusts. */
public final class VerifyProof {
    private static final String APPLICATION = "application";
    private static final String VERDICT = "verdict";
    /** What is decided. */
    private static final List<String> DECIDED =
            List.of(VERDICT, StatedResult.OUTCOME, StatedResult.GROUNDS, StatedResult.FILED_ON);

    private final JsonParser parser;
    private final VerdictCodec codec;

    public VerifyProof(JsonParser parser, VerdictCodec codec) {
        this.parser = parser;
        this.codec = codec;
    }

    /** What a step checks. */
    public enum Check {
        /** The file is a proof. */
        FORM,
        /** The statement commits to the disclosed parts, and the verdict says the result. */
        PARTS,
        /** The statement stands in the tree of the checkpoint. */
        INCLUSION,
        /** The checkpoint counts. */
        SIGNATURES,
        /** The rules decide the same again. */
        DECIDED_AGAIN
    }

    /**
     * One thing that was checked.
     *
     * @param holds null: it was not checked, and the text says why
     */
    public record Step(Check check, @Nullable Boolean holds, String text) {}

    /**
     * What was found.
     *
     * @param parts the disclosed parts that hold: their values by name
     */
    public record Findings(List<Step> steps, Map<String, Object> parts) {
        public boolean hold() {
            return steps.stream().noneMatch(step -> Boolean.FALSE.equals(step.holds()));
        }
    }

    /**
     * Checks a proof step by step; after a step that fails, the steps that need it are left out.
     *
     * @param policy the policy that decides the application again; null: it is not decided again
     */
    public Findings verify(byte[] file, TrustPolicy trust, @Nullable DecidingPolicy policy) {
        List<Step> steps = new ArrayList<>();
        Map<String, Object> parts = new LinkedHashMap<>();
        try {
            LogProof proof = LogProof.parse(file);
            ProofContent content = ProofContent.read(proof.extra(), parser);
            steps.add(new Step(
                    Check.FORM,
                    true,
                    "The file is a proof. It states:\n"
                            + content.statement().text().indent(4).stripTrailing()));
            steps.add(commitments(content, parts));
            steps.add(inclusion(proof, content));
            steps.add(signatures(proof, trust));
            steps.add(decidedAgain(content, parts, policy));
        } catch (NotValid wrong) {
            steps.add(new Step(Check.FORM, false, "The file is not a proof: " + wrong.getMessage()));
        }
        return new Findings(steps, parts);
    }

    private Step commitments(ProofContent content, Map<String, Object> parts) {
        if (!content.isCommittedTo("result", content.result())
                || !content.isCommittedTo("content", content.content())) {
            return new Step(Check.PARTS, false, "The digests in the file are not those of the statement");
        }
        Set<String> result = Set.copyOf(content.result());
        Set<String> caseFile = Set.copyOf(content.content());
        if (!Collections.disjoint(result, caseFile)) {
            return new Step(Check.PARTS, false, "A digest stands among those of the result and those of the content");
        }
        for (Disclosure disclosure : content.disclosures()) {
            List<?> part = part(disclosure);
            String name = part.size() == 3 && part.get(1) instanceof String text ? text : null;
            Set<String> digests = name != null && StatedResult.PARTS.contains(name) ? result : caseFile;
            String wrong = null;
            if (name == null || !digests.contains(disclosure.digest())) {
                wrong = "A disclosed part is not the one that the statement commits to"
                        + (name == null ? "" : ": " + name);
            } else if (parts.containsKey(name)) {
                wrong = "The part " + name + " is disclosed twice";
            }
            if (wrong != null) {
                parts.clear();
                return new Step(Check.PARTS, false, wrong);
            }
            parts.put(String.valueOf(name), part.get(2));
        }
        Optional<String> contradiction = contradiction(parts);
        if (contradiction.isPresent()) {
            parts.clear();
            return new Step(
                    Check.PARTS,
                    false,
                    "The part " + contradiction.get() + " is not what the verdict in the file says");
        }
        int hidden = result.size() + caseFile.size() - parts.size();
        return new Step(
                Check.PARTS,
                true,
                "The statement commits to the disclosed parts: " + String.join(", ", parts.keySet())
                        + (hidden == 0 ? "" : ". Not disclosed: " + hidden));
    }

    /** The first part of the result that the disclosed verdict does not say. */
    private Optional<String> contradiction(Map<String, Object> parts) {
        if (!parts.containsKey(VERDICT)) {
            return Optional.empty();
        }
        Map<String, Object> stated =
                parts.get(VERDICT) instanceof String verdict ? StatedResult.of(verdict, parser) : Map.of();
        return StatedResult.PARTS.stream()
                .filter(parts::containsKey)
                .filter(name -> !Objects.equals(stated.get(name), parts.get(name)))
                .findFirst();
    }

    private List<?> part(Disclosure disclosure) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(disclosure.text());
            return parser.parse(json).value() instanceof List<?> list ? list : List.of();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /** Whether the checkpoint counts is the next step. */
    private static Step inclusion(LogProof proof, ProofContent content) {
        Checkpoint checkpoint = Checkpoint.parse(proof.checkpoint().text());
        String where = "at index " + proof.index() + " of the log " + checkpoint.origin() + " with " + checkpoint.size()
                + " entries";
        return MerkleProof.includes(
                        checkpoint.size(),
                        checkpoint.root(),
                        proof.index(),
                        Hash.leaf(content.statement().bytes()),
                        proof.inclusion())
                ? new Step(Check.INCLUSION, true, "The statement stands " + where)
                : new Step(Check.INCLUSION, false, "The statement does not stand " + where);
    }

    private static Step signatures(LogProof proof, TrustPolicy trust) {
        try {
            trust.verify(proof.checkpoint());
            List<String> witnesses = trust.witnesses().stream()
                    .map(Member::key)
                    .filter(key -> proof.checkpoint().signatures().stream().anyMatch(key::made))
                    .map(VerifierKey::name)
                    .toList();
            return new Step(
                    Check.SIGNATURES,
                    true,
                    "The checkpoint is signed by the log"
                            + (witnesses.isEmpty() ? "" : " and cosigned by " + String.join(", ", witnesses)));
        } catch (NotValid wrong) {
            return new Step(Check.SIGNATURES, false, "The checkpoint does not count: " + wrong.getMessage());
        }
    }

    private Step decidedAgain(ProofContent content, Map<String, Object> parts, @Nullable DecidingPolicy policy) {
        if (policy == null) {
            return new Step(Check.DECIDED_AGAIN, null, "Not decided again: no files of the revision were given");
        }
        if (!(parts.get(APPLICATION) instanceof String application)
                || DECIDED.stream().noneMatch(parts::containsKey)) {
            return new Step(
                    Check.DECIDED_AGAIN,
                    null,
                    "Not decided again: the proof does not disclose the application and what was decided");
        }
        Optional<String> revision = content.statement().value(Seal.REVISION);
        if (!revision.equals(Optional.of(policy.revision().value()))) {
            return new Step(Check.DECIDED_AGAIN, false, "The files are another revision: " + policy.revision());
        }
        DecidingPolicy.Reading read = policy.read(application.getBytes(StandardCharsets.UTF_8));
        if (!read.faults().isEmpty()) {
            return new Step(Check.DECIDED_AGAIN, false, "The application cannot be read by this revision");
        }
        Verdict verdict = policy.decide(read.facts());
        List<Part> again = new ArrayList<>(Result.of(verdict).parts());
        again.add(Part.of(VERDICT, codec.encode(verdict)));
        again.add(Part.of("facts", codec.encodeSubmitted(read.facts())));
        again.add(Part.of("groundCells", policy.groundCells(verdict)));
        again.add(Part.of("reference", policy.applicationReference(read.facts())));
        again.addAll(PersonalParts.of(read.facts()));
        List<String> others = again.stream()
                .filter(part -> parts.containsKey(part.name()))
                .filter(part -> content.disclosures().stream().noneMatch(disclosure -> disclosure.tells(part)))
                .map(Part::name)
                .toList();
        return others.isEmpty()
                ? new Step(
                        Check.DECIDED_AGAIN,
                        true,
                        "Decided again by the files of the revision, the disclosed parts are the same, byte for byte")
                : new Step(
                        Check.DECIDED_AGAIN,
                        false,
                        "Decided again by the files of the revision, these parts are others: "
                                + String.join(", ", others));
    }
}
