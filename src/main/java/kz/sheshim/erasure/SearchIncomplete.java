package kz.sheshim.erasure;

/** Not every case file can be found yet: some were recorded before case files could be searched, and are made findable now. */
public final class SearchIncomplete extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SearchIncomplete() {
        super("not every case file can be found yet");
    }
}
