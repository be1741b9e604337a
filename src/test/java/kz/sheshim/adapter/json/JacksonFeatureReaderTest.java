package kz.sheshim.adapter.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import kz.sheshim.log.Feature;
import kz.sheshim.log.FeatureCounts.Recorded;
import kz.sheshim.table.RuleId;
import kz.sheshim.vocabulary.FieldPath;
import org.junit.jupiter.api.Test;

class JacksonFeatureReaderTest {
    private static final FieldPath CHANNEL = new FieldPath("application", "channel");

    @Test
    void onlyMatchedRulesAndCodesOfTheFieldsAreFeatures() {
        Recorded file = new Recorded(
                """
                {"application":{"channel":"portal","nested":{"channel":"x"},"reference":"channel"},"papers":[{"channel":"y"}],"channel":"z"}""",
                """
                {"outcome":"granted","grounds":[{"table":"other","rule":"O-1"}],"matched":[
                {"table":"t","rule":"R-1","values":{"table":"x","a[0].b":["rule"],"c":null}},{"rule":"R-2","values":{},"table":"t"}],
                "more":{"matched":[{"table":"t","rule":"R-3"}]}}""");
        assertThat(JacksonFeatureReader.read(file, Set.of(CHANNEL)))
                .containsExactlyInAnyOrder(
                        Feature.rule(new RuleId("t", "R-1")),
                        Feature.rule(new RuleId("t", "R-2")),
                        Feature.fact(CHANNEL, "portal"));
    }

    @Test
    void whatIsNoCaseFileIsRefused() {
        assertThatThrownBy(() -> JacksonFeatureReader.read(new Recorded("{}", "{\"matched\":[{\"table\""), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
