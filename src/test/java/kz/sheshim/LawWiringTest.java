package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kz.sheshim.workbook.Limits;
import org.junit.jupiter.api.Test;

class LawWiringTest {
    @Test
    void dossierIsMadeAnewUnderOtherLimitsForTheyChangeTheFindings() {
        assertThat(LawWiring.maker("sheshim 1 / drools", Limits.USUAL)).isEqualTo("sheshim 1 / drools");
        Limits usual = Limits.USUAL;
        Limits other = new Limits(
                usual.fileBytes(), usual.unpackedBytes(), 1_000, usual.rows(), usual.rules(), Duration.ofSeconds(1));
        assertThat(LawWiring.maker("sheshim 1 / drools", other))
                .isEqualTo("sheshim 1 / drools / max-cells 1000 / max-time PT1S");
    }
}
