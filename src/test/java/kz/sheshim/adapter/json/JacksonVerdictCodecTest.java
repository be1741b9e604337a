package kz.sheshim.adapter.json;

import static org.assertj.core.api.Assertions.assertThat;

import kz.sheshim.ApplicationsFixture;
import kz.sheshim.ShippedPolicyFixture;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.verdict.Verdict;
import org.junit.jupiter.api.Test;

class JacksonVerdictCodecTest {

    @Test
    void everyVerdictComesBackEqualAndIsWrittenTheSame() {
        JacksonVerdictCodec codec = new JacksonVerdictCodec();
        DecidingPolicy policy = ShippedPolicyFixture.POLICY;
        ApplicationsFixture.examples().map(ApplicationsFixture::facts).forEach(facts -> {
            Verdict verdict = policy.decide(facts);
            String text = codec.encode(verdict);
            assertThat(codec.decode(text)).isEqualTo(verdict);
            assertThat(codec.encode(codec.decode(text))).isEqualTo(text);
        });
    }
}
