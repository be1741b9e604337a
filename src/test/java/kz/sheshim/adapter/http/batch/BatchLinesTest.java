package kz.sheshim.adapter.http.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchLinesTest {
    private static final int LONGEST = 8;

    /** The lines of a body that arrives in pieces of a size: number and text. */
    private static List<String> read(String body, int size) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        BatchLines lines = new BatchLines(LONGEST);
        List<String> read = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += size) {
            lines.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size)));
            drain(lines, read);
        }
        lines.end();
        drain(lines, read);
        return read;
    }

    private static void drain(BatchLines lines, List<String> read) {
        for (BatchLines.Line line = lines.next(); line != null; line = lines.next()) {
            read.add(line.number() + " "
                    + (line.text() == null ? "too long" : new String(line.text(), StandardCharsets.UTF_8)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 1_000})
    void linesAreTheSameInPiecesOfEverySize(int size) {
        assertThat(read("a\nbc\n", size)).containsExactly("1 a", "2 bc");
        assertThat(read("a\nbc", size)).containsExactly("1 a", "2 bc");
        assertThat(read("a\r\nb\rc\r\n", size)).containsExactly("1 a", "2 b\rc");
        assertThat(read("\n \t\r\na\n\n\nb\n\n", size)).containsExactly("3 a", "6 b");
        assertThat(read("", size)).isEmpty();
        assertThat(read("\n", size)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 1_000})
    void byteOrderMarkIsSkippedAtTheBeginningOnly(int size) {
        assertThat(read("\uFEFFa\n\uFEFFb\n", size)).containsExactly("1 a", "2 \uFEFFb");
        assertThat(read("\uFEFF", size)).isEmpty();
        assertThat(read("\uFEFF12345678\n", size)).containsExactly("1 12345678");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 1_000})
    void lineThatIsTooLongIsSkippedAndTheNextAreRead(int size) {
        assertThat(read("12345678\r\n123456789\r\na\n", size)).containsExactly("1 12345678", "2 too long", "3 a");
        assertThat(read("x".repeat(500) + "\na\n" + "y".repeat(500), size))
                .containsExactly("1 too long", "2 a", "3 too long");
    }

    @Test
    void numberIsThatOfTheLineThatComesNext() {
        BatchLines lines = new BatchLines(LONGEST);
        lines.add("a\nb".getBytes(StandardCharsets.UTF_8));
        assertThat(lines.number()).isEqualTo(1);
        lines.next();
        lines.next();
        assertThat(lines.number()).isEqualTo(2);
    }
}
