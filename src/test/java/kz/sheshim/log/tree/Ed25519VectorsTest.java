package kz.sheshim.log.tree;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The edge cases of Ed25519 of C2SP/CCTV. A log, its witnesses and its verifiers must agree on them, in whatever language they are written. Ours accept what
 * Go, OpenSSL and dalek accept (all but non_canonical_R and low_order_residue), except for keys of low order, for which anybody can sign. BouncyCastle refuses
 * these keys too, but accepts low_order_residue: it must not verify in place of the JDK.
 */
class Ed25519VectorsTest {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void everyEdgeCaseIsJudgedByItsFlags() throws IOException {
        JsonNode vectors = new ObjectMapper()
                .readTree(Path.of("src/test/resources/vectors/ed25519/ed25519vectors.json")
                        .toFile());
        int accepted = 0;
        int acceptedByBouncyCastle = 0;
        for (JsonNode vector : vectors) {
            byte[] key = HEX.parseHex(vector.get("key").asText());
            byte[] signature = HEX.parseHex(vector.get("sig").asText());
            byte[] message = vector.get("msg").asText().getBytes(StandardCharsets.UTF_8);
            Set<String> flags = new HashSet<>();
            vector.get("flags").forEach(flag -> flags.add(flag.asText()));
            boolean residue = flags.contains("low_order_residue");
            boolean otherwise = !flags.contains("low_order_A") && !flags.contains("non_canonical_R");
            assertThat(Ed25519.verify(key, message, signature)).as("%s", vector).isEqualTo(otherwise && !residue);
            assertThat(BouncyCastle.verify(key, message, signature))
                    .as("%s", vector)
                    .isEqualTo(otherwise);
            accepted += otherwise && !residue ? 1 : 0;
            acceptedByBouncyCastle += otherwise ? 1 : 0;
        }
        assertThat(vectors).hasSize(914);
        assertThat(accepted).isEqualTo(86);
        assertThat(acceptedByBouncyCastle).isEqualTo(212);
    }
}
