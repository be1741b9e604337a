package kz.sheshim.adapter.print;

import java.util.concurrent.Semaphore;
import kz.sheshim.receipt.Press;
import kz.sheshim.receipt.PressOverloaded;
import kz.sheshim.receipt.Receipt;

/** Sets as many PDFs at a time as there are processors; a few more wait for their turn. */
public final class ReceiptPress implements Press {
    private final PageTemplate template = new PageTemplate();
    private final PdfPage paper = new PdfPage();
    private final int mostWaiting;
    private final Semaphore places;
    private final Semaphore turns;

    /**
     * @param mostWaiting so many may wait for a turn
     */
    public ReceiptPress(int mostWaiting) {
        this(Runtime.getRuntime().availableProcessors(), mostWaiting);
    }

    ReceiptPress(int turns, int mostWaiting) {
        this.mostWaiting = mostWaiting;
        this.turns = new Semaphore(turns, true);
        this.places = new Semaphore(turns + mostWaiting);
    }

    @Override
    public String html(Receipt receipt) {
        return "<!DOCTYPE html>\n" + template.write(receipt, false);
    }

    @Override
    public byte[] pdf(Receipt receipt) {
        if (!places.tryAcquire()) {
            throw new PressOverloaded(mostWaiting);
        }
        try {
            turns.acquireUninterruptibly();
            try {
                return paper.print(template.write(receipt, true), receipt.decidedAt());
            } finally {
                turns.release();
            }
        } finally {
            places.release();
        }
    }
}
