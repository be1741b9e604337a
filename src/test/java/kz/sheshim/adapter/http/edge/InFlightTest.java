package kz.sheshim.adapter.http.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class InFlightTest {
    private final InFlight underWay = new InFlight(4, 100);

    @Test
    void oneSubmitterGetsHalfOfTheRequests() {
        assertThat(underWay.enter("a", 1)).isTrue();
        assertThat(underWay.enter("a", 1)).isTrue();
        assertThat(underWay.enter("a", 1)).isFalse();
        assertThat(underWay.enter("b", 1)).isTrue();
        assertThat(underWay.enter("c", 1)).isTrue();
        assertThat(underWay.enter("d", 1)).as("a fifth").isFalse();
    }

    @Test
    void oneSubmitterGetsHalfOfTheBytes() {
        assertThat(underWay.enter("a", 40)).isTrue();
        assertThat(underWay.enter("a", 11)).isFalse();
        assertThat(underWay.enter("a", 10)).isTrue();
        assertThat(underWay.enter("b", 50)).isTrue();
        assertThat(underWay.enter("c", 1)).isFalse();
    }

    @Test
    void whoLeavesMakesRoom() {
        underWay.enter("a", 50);
        underWay.enter("b", 50);
        assertThat(underWay.enter("c", 10)).isFalse();
        underWay.leave("a", 50);
        assertThat(underWay.enter("c", 10)).isTrue();
        assertThat(underWay.enter("a", 40)).isTrue();
    }

    @Test
    void oneThatIsLargerThanAShareIsTakenAlone() {
        assertThat(new InFlight(4, 100).enter("a", 90)).isTrue();
    }

    @Test
    void whoHasNotEnteredCannotLeave() {
        underWay.enter("a", 1);
        underWay.leave("a", 1);
        assertThatIllegalStateException().isThrownBy(() -> underWay.leave("a", 1));
    }
}
