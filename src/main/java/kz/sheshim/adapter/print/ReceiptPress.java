package kz.sheshim.adapter.print;

import java.util.concurrent.Semaphore;
import kz.sheshim.log.tree.LogProof;
import kz.sheshim.receipt.EntryMark;
import kz.sheshim.receipt.Press;
import kz.sheshim.receipt.PressOverloaded;
import kz.sheshim.receipt.Receipt;

/** Prints receipts. It makes as many PDFs at the same time as there are processors; a limited number of further PDFs waits. */
public final class ReceiptPress implements Press {
    private final PageTemplate template = new PageTemplate();
    private final PdfPage paper = new PdfPage();
    private final int maxWaiting;
    private final Semaphore places;
    private final Semaphore turns;

    /**
     * @param maxWaiting maximum number of PDFs that wait
     */
    public ReceiptPress(int maxWaiting) {
        this(Runtime.getRuntime().availableProcessors(), maxWaiting);
    }

    ReceiptPress(int turns, int maxWaiting) {
        this.maxWaiting = maxWaiting;
        this.turns = new Semaphore(turns, true);
        this.places = new Semaphore(turns + maxWaiting);
    }

    @Override
    public String html(Receipt receipt, EntryMark mark) {
        return "<!DOCTYPE html>\n" + template.write(receipt, mark, false);
    }

    @Override
    public byte[] pdf(Receipt receipt, EntryMark mark, LogProof proof) {
        if (!places.tryAcquire()) {
            throw new PressOverloaded(maxWaiting);
        }
        try {
            turns.acquireUninterruptibly();
            try {
                return paper.print(
                        template.write(receipt, mark, true),
                        receipt.decidedAt(),
                        new PdfPage.Attachment(receipt.decision() + ".tlog-proof", proof.bytes()));
            } finally {
                turns.release();
            }
        } finally {
            places.release();
        }
    }
}
