package kz.sheshim.adapter.http.problem;

/** A batch is refused because too many others are in progress. */
public final class TooManyBatches extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
