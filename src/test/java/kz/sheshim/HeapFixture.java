package kz.sheshim;

import java.lang.management.ManagementFactory;

/** The heap that living objects fill. */
public final class HeapFixture {
    private HeapFixture() {}

    /** In bytes: the least after four collections, since the serial collector leaves dead objects where they lie in three of four (up to 5 % of the heap), and since what waits for a finalizer goes with a later one. */
    public static long inUse() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(100);
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
