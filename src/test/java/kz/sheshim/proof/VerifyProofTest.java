package kz.sheshim.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.adapter.json.JacksonVerdictCodec;
import kz.sheshim.log.tree.NotValid;
import kz.sheshim.log.tree.TrustPolicy;
import kz.sheshim.log.tree.VerifierKey;
import kz.sheshim.proof.ProofCases.Case;
import org.junit.jupiter.api.Test;

class VerifyProofTest {
    /** What is said of keys and policies that are none. */
    static final String NO_TRUST = "trust";

    private static final VerifyProof VERIFIER = new VerifyProof(new JacksonParser(), new JacksonVerdictCodec());

    /** Whether each step holds: {@code true,false,null}; or {@link #NO_TRUST}. */
    private static String verdict(Case proof) {
        try {
            return VERIFIER.verify(proof.proof(), trust(proof.trust()), null).steps().stream()
                    .map(step -> String.valueOf(step.holds()))
                    .collect(Collectors.joining(","));
        } catch (NotValid wrong) {
            return NO_TRUST;
        }
    }

    private static TrustPolicy trust(String text) {
        return text.lines().anyMatch(line -> line.matches("(log|witness|group|quorum)\\s.*|#.*"))
                ? TrustPolicy.parse(ProofFixture.utf8(text))
                : TrustPolicy.of(text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(VerifierKey::parse)
                        .toList());
    }

    /** Each case with what Java says of it. */
    static final Map<Case, String> VERDICTS = verdicts();

    private static Map<Case, String> verdicts() {
        Map<Case, String> verdicts = new LinkedHashMap<>();
        ProofCases.all().forEach(each -> verdicts.put(each, verdict(each)));
        return verdicts;
    }

    @Test
    void goodProofsHoldAndNoDamagedOneDoes() {
        assertThat(VERDICTS).hasSizeGreaterThan(300);
        VERDICTS.forEach((proof, verdict) -> assertThat(verdict.equals("true,true,true,true,null"))
                .as(proof + ": " + verdict)
                .isEqualTo(proof.holds()));
    }

    @Test
    void everyStepCanFail() {
        assertThat(VERDICTS.values())
                .contains(
                        "false",
                        "true,false,true,true,null",
                        "true,true,false,true,null",
                        "true,true,true,false,null",
                        NO_TRUST);
    }
}
