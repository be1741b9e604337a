package kz.sheshim.adapter.xlsx;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import kz.sheshim.workbook.Allowance;

/** A part as it is unpacked: what it yields is taken from the allowance, and compared with its checksum. */
final class CountedStream extends FilterInputStream {
    private static final int LONGEST_RUN = 1_000_000;

    private final Allowance allowance;
    private int run;
    private final CRC32 checksum = new CRC32();

    CountedStream(InputStream part, Allowance allowance) {
        super(part);
        this.allowance = allowance;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            checksum.update(buffer, offset, count);
            measure(buffer, offset, count);
            try {
                allowance.unpack(count);
            } catch (Allowance.Exceeded e) {
                throw new OverLimit(e);
            }
        }
        return count;
    }

    /** A parser takes long for an endless tag, before anybody hears of it. */
    private void measure(byte[] buffer, int offset, int count) throws IOException {
        for (int i = offset; i < offset + count; i++) {
            run = buffer[i] == '<' ? 0 : run + 1;
        }
        if (run > LONGEST_RUN) {
            throw new IOException(
                    "it has a tag or text of more than " + LONGEST_RUN + " bytes, which no cell can need");
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Stays open: parsers close what they read, but the rest still has to be compared. */
    @Override
    public void close() {}

    /** Reads what is left, and compares the whole with its checksum. */
    void finish(long expected, String name) throws IOException {
        byte[] rest = new byte[8_192];
        while (read(rest, 0, rest.length) >= 0) {
            continue;
        }
        if (checksum.getValue() != expected) {
            throw new IOException("its part " + name + " is damaged (the checksum differs)");
        }
    }

    /** The allowance is used up. */
    static final class OverLimit extends IOException {
        private static final long serialVersionUID = 1L;

        private final Allowance.Exceeded exceeded;

        OverLimit(Allowance.Exceeded exceeded) {
            super(exceeded.getMessage());
            this.exceeded = exceeded;
        }

        Allowance.Exceeded exceeded() {
            return exceeded;
        }
    }
}
