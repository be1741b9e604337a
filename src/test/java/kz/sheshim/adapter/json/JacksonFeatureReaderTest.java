package kz.sheshim.adapter.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import kz.sheshim.log.Feature;
import kz.sheshim.log.FeatureCounts.Recorded;
import kz.sheshim.table.RuleId;
import kz.sheshim.vocabulary.CodeList;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.IfAbsent;
import kz.sheshim.vocabulary.Label;
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
        assertThat(JacksonFeatureReader.read(file, Map.of(CHANNEL, coded("portal", "office"))))
                .containsExactlyInAnyOrder(
                        Feature.rule(new RuleId("t", "R-1")),
                        Feature.rule(new RuleId("t", "R-2")),
                        Feature.fact(CHANNEL, "portal"));
    }

    /** Before it became a code, the field was a text, and that may have said anything. */
    @Test
    void textThatIsNoCodeOfTheListIsNoFeature() {
        Recorded file = new Recorded("{\"application\":{\"channel\":\"ask for Aigerim\"}}", "{\"matched\":[]}");
        assertThat(JacksonFeatureReader.read(file, Map.of(CHANNEL, coded("portal"))))
                .isEmpty();
    }

    private static Field coded(String... codes) {
        Map<String, Label> labels = new LinkedHashMap<>();
        for (String code : codes) {
            labels.put(code, Label.NONE);
        }
        return new Field(
                CHANNEL,
                new FieldType.Code(new CodeList("channels", labels)),
                new IfAbsent.Refuse(),
                false,
                null,
                Label.NONE,
                false,
                false);
    }

    @Test
    void whatIsNoCaseFileIsRefused() {
        assertThatThrownBy(() -> JacksonFeatureReader.read(new Recorded("{}", "{\"matched\":[{\"table\""), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
