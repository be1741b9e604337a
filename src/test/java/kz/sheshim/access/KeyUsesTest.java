package kz.sheshim.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeyUsesTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final KeyId ONE = new KeyId(new UUID(0, 1));
    private static final KeyId OTHER = new KeyId(new UUID(0, 2));

    private final List<Map<KeyId, Instant>> told = new ArrayList<>();
    private boolean away;
    private final KeyUses uses = new KeyUses(new KeyRingTest.KeysInMemory() {
        @Override
        public void used(Map<KeyId, Instant> last) {
            if (away) {
                throw new IllegalStateException("the store is away");
            }
            told.add(last);
        }
    });

    @Test
    void storeIsToldOfAKeyOnceAMinute() {
        for (int second = 0; second < 60; second++) {
            uses.note(ONE, NOON.plusSeconds(second));
            uses.write();
        }
        assertThat(told).containsExactly(Map.of(ONE, NOON));
        uses.note(ONE, NOON.plusSeconds(60));
        uses.write();
        uses.write();
        assertThat(told).containsExactly(Map.of(ONE, NOON), Map.of(ONE, NOON.plusSeconds(60)));
    }

    @Test
    void keysUsedMeanwhileAreToldInOneGo() {
        uses.write();
        uses.note(ONE, NOON);
        uses.note(OTHER, NOON.plusSeconds(1));
        uses.write();
        assertThat(told).containsExactly(Map.of(ONE, NOON, OTHER, NOON.plusSeconds(1)));
    }

    @Test
    void whatCouldNotBeToldIsToldTheNextTime() {
        uses.note(ONE, NOON);
        away = true;
        assertThatThrownBy(uses::write).hasMessage("the store is away");
        away = false;
        uses.write();
        assertThat(told).containsExactly(Map.of(ONE, NOON));
    }
}
