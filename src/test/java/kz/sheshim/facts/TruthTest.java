package kz.sheshim.facts;

import static kz.sheshim.facts.Truth.FALSE;
import static kz.sheshim.facts.Truth.TRUE;
import static kz.sheshim.facts.Truth.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TruthTest {

    @Test
    void andIsTheWeakerOfTheTwo() {
        assertThat(TRUE.and(UNKNOWN)).isEqualTo(UNKNOWN);
        assertThat(UNKNOWN.and(FALSE)).isEqualTo(FALSE);
        assertThat(TRUE.and(TRUE)).isEqualTo(TRUE);
    }

    @Test
    void notOfUnknownIsUnknown() {
        assertThat(UNKNOWN.not()).isEqualTo(UNKNOWN);
        assertThat(TRUE.not()).isEqualTo(FALSE);
    }
}
