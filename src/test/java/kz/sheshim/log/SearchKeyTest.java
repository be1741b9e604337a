package kz.sheshim.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchKeyTest {
    private static final byte[] BYTES = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final SearchKey KEY = new SearchKey(new Secret(BYTES));

    @Test
    void termIsTheBeginningOfAnHmacOfFieldAndNormalisedText() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(BYTES, "HmacSHA256"));
        byte[] hmac = mac.doFinal("papers.number\nn1234567".getBytes(StandardCharsets.UTF_8));
        assertThat(KEY.term("papers.number", " N 1234567"))
                .contains(new SearchTerm(ByteBuffer.wrap(hmac).getLong()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"N1234567", "n1234567", " N 1234\u00a0567 ", "Ｎ１２３４５６７", "N1234\t567"})
    void waysToWriteOneTextAreOne(String text) {
        assertThat(KEY.term("papers.number", text)).isEqualTo(KEY.term("papers.number", "N1234567"));
    }

    @Test
    void otherTextsFieldsAndKeysHaveOtherTerms() {
        SearchKey other = new SearchKey(new Secret(new byte[32]));
        assertThat(KEY.term("papers.number", "N1234567"))
                .isNotEqualTo(KEY.term("papers.number", "N1234-567"))
                .isNotEqualTo(KEY.term("person.number", "N1234567"))
                .isNotEqualTo(other.term("papers.number", "N1234567"))
                .isNotEqualTo(KEY.term("papers.number", "N12345678"));
        assertThat(KEY.mark()).isNotEqualTo(other.mark());
        assertThat(KEY.term("papers.number", " \t\u00a0")).isEmpty();
        assertThat(KEY.toString()).doesNotContain("0123");
    }
}
