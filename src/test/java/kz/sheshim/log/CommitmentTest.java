package kz.sheshim.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kz.sheshim.hash.Sha256;
import org.junit.jupiter.api.Test;

class CommitmentTest {
    private static final Secret SECRET =
            new Secret("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    private static final List<Part> PARTS = List.of(
            Part.of("reference", "A \"1\"\\\n\u0001Қ🇰🇿"),
            Part.of("yes", true),
            Part.of("height", new BigDecimal("1.50")),
            Part.of("count", 12L),
            Part.of("codes", List.of("b", "a")));

    /** The example of RFC 9901, section 4.2.3. */
    @Test
    void digestIsThatOfTheStandard() {
        Disclosure example = new Disclosure("WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0");
        assertThat(example.digest()).isEqualTo("X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0");
    }

    @Test
    void disclosureIsAnArrayOfSaltNameAndValue() {
        assertThat(Commitment.disclosures(PARTS, SECRET).stream().map(CommitmentTest::json))
                .containsExactly(
                        "[\"" + salt("reference") + "\",\"reference\",\"A \\\"1\\\"\\\\\\u000a\\u0001Қ🇰🇿\"]",
                        "[\"" + salt("yes") + "\",\"yes\",true]",
                        "[\"" + salt("height") + "\",\"height\",1.50]",
                        "[\"" + salt("count") + "\",\"count\",12]",
                        "[\"" + salt("codes") + "\",\"codes\",[\"b\",\"a\"]]");
    }

    /** Written from the description: hexadecimal digests, sorted as texts. */
    @Test
    void commitmentIsTheHashOfTheSortedDigests() throws Exception {
        TreeSet<String> digests = new TreeSet<>();
        for (Disclosure disclosure : Commitment.disclosures(PARTS, SECRET)) {
            digests.add(Sha256.hex(disclosure.text().getBytes(StandardCharsets.UTF_8)));
        }
        byte[] all = HexFormat.of().parseHex(String.join("", digests));
        assertThat(Commitment.to(PARTS, SECRET).base64())
                .isEqualTo(Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(all)));
    }

    @Test
    void orderOfPartsDoesNotMatterAndEachPartDoes() {
        List<Part> turned = new ArrayList<>(PARTS);
        Collections.reverse(turned);
        assertThat(Commitment.to(turned, SECRET)).isEqualTo(Commitment.to(PARTS, SECRET));
        assertThat(Commitment.to(PARTS.subList(1, 5), SECRET)).isNotEqualTo(Commitment.to(PARTS, SECRET));
        byte[] other = SECRET.bytes();
        other[31]++;
        assertThat(Commitment.to(PARTS, new Secret(other))).isNotEqualTo(Commitment.to(PARTS, SECRET));
    }

    private static String json(Disclosure disclosure) {
        return new String(Base64.getUrlDecoder().decode(disclosure.text()), StandardCharsets.UTF_8);
    }

    private static String salt(String part) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.bytes(), "HmacSHA256"));
            byte[] hmac = mac.doFinal(part.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hmac, 16));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
