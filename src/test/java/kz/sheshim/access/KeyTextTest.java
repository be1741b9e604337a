package kz.sheshim.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class KeyTextTest {
    private final KeyText key = KeyText.random(new SecureRandom());

    @Test
    void scannersForSecretsCanFindIt() {
        assertThat(key.reveal()).matches("sheshim_[A-Za-z0-9_-]{43}_[0-9a-f]{8}");
        assertThat(KeyText.random(new SecureRandom()).reveal()).isNotEqualTo(key.reveal());
    }

    @Test
    void whoHoldsTheTextHasTheHash() {
        assertThat(KeyText.of(key.reveal()).orElseThrow().hash()).isEqualTo(key.hash());
        assertThat(key.hash().hex()).doesNotContain(key.reveal());
    }

    @Test
    void oneWrongLetterIsTold() {
        String text = key.reveal();
        char wrong = text.charAt(20) == 'a' ? 'b' : 'a';
        assertThat(KeyText.of(text.substring(0, 20) + wrong + text.substring(21)))
                .isEmpty();
        assertThat(KeyText.of(text + "0")).isEmpty();
        assertThat(KeyText.of(" " + text)).isEmpty();
        assertThat(KeyText.of("")).isEmpty();
    }

    @Test
    void itIsNotPrintedByMistake() {
        assertThat(key.toString()).isEqualTo("sheshim_…");
    }
}
