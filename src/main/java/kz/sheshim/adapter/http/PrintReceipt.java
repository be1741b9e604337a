package kz.sheshim.adapter.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import kz.sheshim.log.Entry;
import kz.sheshim.log.Integration;
import kz.sheshim.log.PublishedLog;
import kz.sheshim.log.tree.LogProof;
import kz.sheshim.proof.ProveDecision;
import kz.sheshim.receipt.EntryMark;
import kz.sheshim.receipt.Press;
import kz.sheshim.receipt.Receipt;

/** Prints receipts as HTML and as PDF. */
@Singleton
public class PrintReceipt {
    public static final String PDF = "application/pdf";

    /** Maximum time that a PDF waits for its entry to enter the tree of the log. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(2);

    private final Press press;
    private final PublishedLog published;
    private final Integration tree;
    private final ProveDecision proofs;

    PrintReceipt(Press press, PublishedLog published, Integration tree, ProveDecision proofs) {
        this.press = press;
        this.published = published;
        this.tree = tree;
        this.proofs = proofs;
    }

    public String html(Receipt receipt, Entry entry) {
        return press.html(receipt, mark(entry));
    }

    /** The PDF, with the proof of what it shows as an attached file. */
    public byte[] pdf(Receipt receipt, Entry entry) {
        tree.integrated(entry.number(), MAX_WAIT)
                .handle((entered, late) -> entered)
                .toCompletableFuture()
                .join();
        LogProof proof = proofs.prove(entry, receipt.shownParts()::contains);
        return press.pdf(receipt, mark(entry), proof);
    }

    private EntryMark mark(Entry entry) {
        return EntryMark.of(published.key().name(), entry);
    }

    /** The headers of an answer that contains a printed receipt. */
    public static void head(Response.ResponseBuilder answer, Receipt receipt, MediaType type) {
        answer.header(HttpHeaders.CACHE_CONTROL, "private")
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"" + receipt.code() + "-" + receipt.decision() + "." + type.getSubtype()
                                + "\"");
    }
}
