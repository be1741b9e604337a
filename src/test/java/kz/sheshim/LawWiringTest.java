package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kz.sheshim.workbook.Limits;
import org.junit.jupiter.api.Test;

class LawWiringTest {
    @Test
    void dossierIsMadeAnewUnderOtherLimitsForTheyChangeTheFindings() {
        assertThat(LawWiring.maker("1", "drools", Limits.USUAL)).isEqualTo("sheshim 1 / drools");
        Limits other = new Limits(1, 1, 1, 10, 1, Duration.ofSeconds(1));
        assertThat(LawWiring.maker("1", "drools", other)).startsWith("sheshim 1 / drools / Limits[fileBytes=1, ");
    }
}
