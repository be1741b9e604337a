package kz.sheshim.workbook;

import kz.sheshim.vocabulary.Phrase;

/** What is left of the limits while one policy is read. */
public final class Allowance {
    private final Limits limits;
    private final long start = System.nanoTime();
    private long unpackedBytes;
    private int cells;

    Allowance(Limits limits) {
        this.limits = limits;
    }

    public Limits limits() {
        return limits;
    }

    /** Uses bytes that were unpacked, and looks at the time. */
    public void unpack(long bytes) throws Exceeded {
        unpackedBytes += bytes;
        if (unpackedBytes > limits.unpackedBytes()) {
            throw new Exceeded(
                    Phrase.of("its parts, unpacked, have more than {0} bytes", limits.unpackedBytes()),
                    "max-unpacked-bytes");
        }
        if (System.nanoTime() - start > limits.time().toNanos()) {
            throw new Exceeded(
                    Phrase.of("reading took longer than {0} ms", limits.time().toMillis()), "max-time");
        }
    }

    /** Uses a filled cell. */
    public void fill() throws Exceeded {
        cells++;
        if (cells > limits.cells()) {
            throw new Exceeded(Phrase.of("more than {0} cells are filled", limits.cells()), "max-cells");
        }
    }

    /** A limit was reached. */
    public static final class Exceeded extends Exception {
        private static final long serialVersionUID = 1L;

        private final Phrase what;
        private final String setting;

        Exceeded(Phrase what, String setting) {
            super(what.toString());
            this.what = what;
            this.setting = setting;
        }

        /** What there is too much of, as a clause. */
        public Phrase what() {
            return what;
        }

        /** The name of the limit among the settings of workbooks. */
        public String setting() {
            return setting;
        }
    }
}
