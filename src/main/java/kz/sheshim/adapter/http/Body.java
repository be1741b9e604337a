package kz.sheshim.adapter.http;

import java.io.IOException;
import java.io.InputStream;

/** Reads request bodies up to a limit. */
final class Body {
    private final int mostBytes;

    Body(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    byte[] read(InputStream stream) throws IOException {
        byte[] bytes = stream.readNBytes(mostBytes + 1);
        if (bytes.length > mostBytes) {
            throw Problems.problem("body-too-large", 413, "The body is too large")
                    .withDetail("At most " + mostBytes + " bytes are accepted")
                    .with("limit", mostBytes)
                    .build();
        }
        return bytes;
    }
}
