package kz.sheshim;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Waits for what is done by other threads. */
public final class DoneFixture {
    private DoneFixture() {}

    /** What came of it; what was thrown there is thrown here. */
    public static <T> T done(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
