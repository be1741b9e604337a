package kz.sheshim.adapter.print;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.concurrent.Semaphore;
import kz.sheshim.log.tree.LogProof;
import kz.sheshim.receipt.EntryMark;
import kz.sheshim.receipt.LettersMissing;
import kz.sheshim.receipt.Press;
import kz.sheshim.receipt.PressOverloaded;
import kz.sheshim.receipt.Receipt;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Prints receipts. It makes as many PDFs at the same time as there are processors; a limited number of further PDFs waits. */
public final class ReceiptPress implements Press {
    private static final Logger LOG = Logger.getLogger(ReceiptPress.class);

    private final PageTemplate template = new PageTemplate();
    private final Fonts fonts;
    private final PdfPage paper;
    private final BitSet reported = new BitSet();
    private final int maxWaiting;
    private final Semaphore places;
    private final Semaphore turns;

    /**
     * @param maxWaiting maximum number of PDFs that wait
     * @param fonts folder with fonts for letters that the font of receipts lacks; null: none
     */
    public ReceiptPress(int maxWaiting, @Nullable Path fonts) {
        this(Runtime.getRuntime().availableProcessors(), maxWaiting, fonts);
    }

    ReceiptPress(int turns, int maxWaiting, @Nullable Path fonts) {
        this.fonts = new Fonts(fonts);
        this.paper = new PdfPage(this.fonts);
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
        BitSet never = fonts.unprintable(receipt.fixedText());
        if (!never.isEmpty()) {
            throw new LettersMissing(receipt.language().tag(), never);
        }
        if (!places.tryAcquire()) {
            throw new PressOverloaded(maxWaiting);
        }
        try {
            turns.acquireUninterruptibly();
            try {
                String page = template.write(receipt, mark, true);
                report(fonts.missing(page));
                return paper.print(
                        page,
                        receipt.decidedAt(),
                        new PdfPage.Attachment(receipt.decision() + ".tlog-proof", proof.bytes()));
            } finally {
                turns.release();
            }
        } finally {
            places.release();
        }
    }

    /** Says each letter once: a rare one of a name stands on many receipts. */
    private void report(BitSet missing) {
        if (!missing.isEmpty()) {
            synchronized (reported) {
                missing.andNot(reported);
                reported.or(missing);
            }
            if (!missing.isEmpty()) {
                LOG.warnf(
                        "Receipts show a box in the place of %s: no font has it. Add one by sheshim.receipts.fonts",
                        LettersMissing.names(missing));
            }
        }
    }
}
