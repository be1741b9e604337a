package kz.sheshim.adapter.print;

import java.util.concurrent.Semaphore;
import kz.sheshim.receipt.Press;
import kz.sheshim.receipt.Receipt;

/** Prints as many receipts at a time as there are processors; whoever comes then waits for a turn. */
public final class ReceiptPress implements Press {
    private final PageTemplate template = new PageTemplate();
    private final PdfPage paper = new PdfPage();
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    @Override
    public String html(Receipt receipt) {
        return "<!DOCTYPE html>\n" + template.write(receipt, false);
    }

    @Override
    public byte[] pdf(Receipt receipt) {
        String page = template.write(receipt, true);
        turns.acquireUninterruptibly();
        try {
            return paper.print(page, receipt.decidedAt());
        } finally {
            turns.release();
        }
    }
}
