package kz.sheshim.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftInputsTest {
    /** The database would store "?" in its place. */
    @ParameterizedTest
    @ValueSource(strings = {"bad \ud800 reason", "\udc00", "x\udc00\ud800y"})
    void halfACharacterIsRefused(String text) {
        String wrong = " has half a character (a lone surrogate). Type the text anew.";
        assertThatThrownBy(() -> DraftInputs.said("reason", text))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.getDetail())
                        .isEqualTo("reason" + wrong));
        assertThatThrownBy(() -> DraftInputs.title(text))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.getDetail())
                        .isEqualTo("title" + wrong));
    }

    @Test
    void wholeCharacterBeyondTheBasicPlaneIsTaken() {
        assertThat(DraftInputs.title("Шешім \ud83d\ude00")).isEqualTo("Шешім \ud83d\ude00");
    }
}
