package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits for what happens soon, and for long where the machine pauses. */
public final class AwaitFixture {
    private AwaitFixture() {}

    public static void await(String what, Callable<Boolean> happened) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!call(what, happened)) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static boolean call(String what, Callable<Boolean> happened) {
        try {
            return happened.call();
        } catch (Exception e) {
            throw new AssertionError(what, e);
        }
    }
}
