package kz.sheshim.spark;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Adds up the processor time of the threads that work on tasks, also of tasks that failed. By it a cluster is sized. */
final class Effort extends SparkListener {
    private final AtomicLong nanos = new AtomicLong();
    private final long began = System.nanoTime();

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        if (end.taskMetrics() != null) {
            nanos.addAndGet(end.taskMetrics().executorCpuTime());
        }
    }

    /** Complete when Spark has been stopped. */
    @Override
    public String toString() {
        return String.format(
                "%.1f s, %.1f s of processor time in tasks", (System.nanoTime() - began) / 1e9, nanos.get() / 1e9);
    }
}
