package kz.sheshim.decision;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import kz.sheshim.log.LogUnavailable;
import kz.sheshim.log.OtherLawInForce;

/** Decides again when another revision came into force between the verdict and its record. The submitter does not notice. */
public final class NewerLaw {
    /** A law that changes so often between a verdict and its record is a fault. */
    private static final int MAX_TRIES = 20;

    private final Runnable follow;
    private final Executor readers;

    /**
     * @param follow makes the law in force the one that this service decides by; may wait for the database and a compilation
     * @param readers may wait
     */
    public NewerLaw(Runnable follow, Executor readers) {
        this.follow = follow;
        this.readers = readers;
    }

    CompletionStage<RecordedDecision> retry(Supplier<CompletionStage<RecordedDecision>> decide) {
        return retry(decide, MAX_TRIES);
    }

    private CompletionStage<RecordedDecision> retry(Supplier<CompletionStage<RecordedDecision>> decide, int tries) {
        return decide.get().exceptionallyCompose(failed -> {
            if (!isOtherLaw(failed)) {
                return CompletableFuture.failedStage(failed);
            }
            if (tries == 1) {
                return CompletableFuture.failedStage(
                        new LogUnavailable("the law in force changes faster than it can be followed", failed));
            }
            return CompletableFuture.supplyAsync(
                            () -> {
                                follow.run();
                                return retry(decide, tries - 1);
                            },
                            readers)
                    .thenCompose(again -> again);
        });
    }

    private static boolean isOtherLaw(Throwable failed) {
        return failed instanceof OtherLawInForce
                || failed instanceof CompletionException && failed.getCause() instanceof OtherLawInForce;
    }
}
