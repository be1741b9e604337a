package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.sheshim.adapter.http.DecisionIds;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.log.DecisionLogReader;
import kz.sheshim.log.Entry;
import kz.sheshim.log.Integration;
import kz.sheshim.log.PublishedLog;
import kz.sheshim.log.tree.Checkpoint;
import kz.sheshim.log.tree.Cosigner;
import kz.sheshim.log.tree.LogProof;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.NoteSignature;
import kz.sheshim.log.tree.TrustPolicy;
import kz.sheshim.proof.NotIntegrated;
import kz.sheshim.proof.ProveDecision;
import kz.sheshim.proof.VerifyProof;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.verdict.ValueTexts;
import kz.sheshim.verdict.VerdictCodec;
import org.jspecify.annotations.Nullable;

/** The proof of a decision, checked as anybody can check it. */
@Path("/desk/decisions/{id}/proof")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"intake", "auditor"})
public class ProofPages {
    /** Maximum time that a page waits for the entry to enter the tree of the log. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(2);

    private final Desk desk;
    private final DecisionLogReader log;
    private final ProveDecision proofs;
    private final PublishedLog published;
    private final Integration tree;
    private final Rulesets rulesets;
    private final VerifyProof verifier;

    ProofPages(
            Desk desk,
            DecisionLogReader log,
            ProveDecision proofs,
            PublishedLog published,
            Integration tree,
            Rulesets rulesets,
            JsonParser parser,
            VerdictCodec codec) {
        this.desk = desk;
        this.log = log;
        this.proofs = proofs;
        this.published = published;
        this.tree = tree;
        this.rulesets = rulesets;
        this.verifier = new VerifyProof(parser, codec);
    }

    /** Whose proof it is. */
    public record Proven(String path, String name, String statement) {}

    /**
     * A proof that was checked.
     *
     * @param log its name
     * @param index of the entry in the tree, from 0
     * @param size of the tree
     */
    public record Checked(
            boolean holds, List<Step> steps, String log, long index, long size, String root, List<Signed> signatures) {}

    /** @param sign whether it holds: ✓, ✕, or – if it was not checked @param text what was checked @param found what was found, in English */
    public record Step(String kind, String sign, String text, String found) {}

    /** A signature of the checkpoint. @param who {@code log}, {@code witness} or {@code unknown} @param at when a witness signed */
    public record Signed(String name, String key, String who, @Nullable Instant at) {}

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance proof(Proven decision, Optional<Checked> checked);
    }

    @GET
    public TemplateInstance proof(@PathParam("id") String id) {
        Entry entry = find(id);
        return desk.page(Templates.proof(
                new Proven(
                        DecisionPages.PATH + entry.decision().id(),
                        ValueTexts.shortened(entry.decision().reference(), DecisionFile.HEADING),
                        entry.seal().statement().text()),
                prove(entry).map(proof -> check(proof, entry))));
    }

    @GET
    @Path("/file")
    @Produces(MediaType.TEXT_PLAIN)
    public Response file(@PathParam("id") String id) {
        Entry entry = find(id);
        return Response.ok(prove(entry).orElseThrow(NotIntegrated::new).bytes())
                .type("text/plain;charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "private")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + entry.decision().id() + ".tlog-proof\"")
                .build();
    }

    private Entry find(String id) {
        return desk.caller().find(log, DecisionIds.read(id)).orElseThrow(() -> DecisionIds.unknown(id));
    }

    /** Empty if the entry is not in the tree yet. */
    private Optional<LogProof> prove(Entry entry) {
        tree.integrated(entry.number(), MAX_WAIT)
                .handle((entered, late) -> entered)
                .toCompletableFuture()
                .join();
        try {
            return Optional.of(proofs.prove(entry, part -> true));
        } catch (NotIntegrated notYet) {
            return Optional.empty();
        }
    }

    private Checked check(LogProof proof, Entry entry) {
        TrustPolicy trust = published.trust();
        VerifyProof.Findings findings = rulesets.with(
                entry.decision().revision(), loaded -> verifier.verify(proof.bytes(), trust, loaded.policy()));
        Checkpoint checkpoint = Checkpoint.parse(proof.checkpoint().text());
        ProofTexts texts = desk.texts(ProofTexts.class);
        return new Checked(
                findings.hold(),
                findings.steps().stream()
                        .map(step -> step(step, !trust.witnesses().isEmpty(), texts))
                        .toList(),
                checkpoint.origin(),
                proof.index(),
                checkpoint.size(),
                checkpoint.root().base64(),
                signatures(proof.checkpoint(), trust));
    }

    private static Step step(VerifyProof.Step step, boolean witnessed, ProofTexts texts) {
        String text =
                switch (step.check()) {
                    case FORM -> texts.checkForm();
                    case PARTS -> texts.checkParts();
                    case INCLUSION -> texts.checkInclusion();
                    case SIGNATURES -> witnessed ? texts.checkSignatures() : texts.checkSignature();
                    case DECIDED_AGAIN -> texts.checkDecidedAgain();
                };
        if (step.holds() == null) {
            return new Step("unknown", "–", text, step.text());
        }
        return step.holds() ? new Step("true", "✓", text, step.text()) : new Step("false", "✕", text, step.text());
    }

    private static List<Signed> signatures(Note checkpoint, TrustPolicy trust) {
        return checkpoint.signatures().stream()
                .map(signature -> signed(signature, checkpoint.text(), trust))
                .toList();
    }

    private static Signed signed(NoteSignature signature, String text, TrustPolicy trust) {
        String key = String.format("%08x", signature.keyId());
        boolean byLog = trust.logs().stream().anyMatch(log -> log.key().verify(text, signature));
        boolean byWitness =
                trust.witnesses().stream().anyMatch(witness -> witness.key().verify(text, signature));
        if (byLog) {
            return new Signed(signature.name(), key, "log", null);
        }
        return byWitness
                ? new Signed(signature.name(), key, "witness", Cosigner.time(signature))
                : new Signed(signature.name(), key, "unknown", null);
    }
}
