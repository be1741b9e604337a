package kz.sheshim.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StorableTextTest {
    private static final String PAIR = "\ud83d\ude00";
    private static final String FIRST_HALF = "\ud83d";
    private static final String SECOND_HALF = "\ude00";

    @Test
    void textOfWholeCharactersIsStorable() {
        assertThat(List.of("", "шешім", "a\u0001\uffff", PAIR, "a" + PAIR + PAIR + "b"))
                .allMatch(StorableText::isStorable);
    }

    @Test
    void zeroAndHalfAPairAreNot() {
        assertThat(List.of(
                        "\0",
                        "a\0b",
                        FIRST_HALF,
                        "a" + SECOND_HALF,
                        SECOND_HALF + FIRST_HALF,
                        FIRST_HALF + PAIR,
                        PAIR + FIRST_HALF,
                        PAIR + SECOND_HALF,
                        FIRST_HALF + "\0"))
                .noneMatch(StorableText::isStorable);
    }
}
