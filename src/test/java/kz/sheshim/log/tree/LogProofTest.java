package kz.sheshim.log.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogProofTest {
    private static final NoteSigner LOG = Keys.log("example.com/log", 1);
    private static final TrustPolicy POLICY = TrustPolicy.of(List.of(LOG.key()));
    private static final int SIZE = 11;

    private final MemoryTiles tiles = new MemoryTiles();
    private final List<Hash> leaves = new ArrayList<>();
    private final Note checkpoint;

    LogProofTest() {
        for (int i = 0; i < SIZE; i++) {
            leaves.add(Hash.leaf(new byte[] {(byte) i}));
        }
        checkpoint = new Checkpoint(
                        "example.com/log",
                        SIZE,
                        tiles.grow(TreeEdge.empty(), leaves).root())
                .sign(LOG);
    }

    private LogProof proof(int index, String extra) {
        return new LogProof(
                extra.getBytes(StandardCharsets.UTF_8), index, new TiledTree(SIZE, tiles).inclusion(index), checkpoint);
    }

    @Test
    void everyLeafHasAProofThatIsReadBack() {
        for (int index = 0; index < SIZE; index++) {
            LogProof written = proof(index, index % 2 == 0 ? "" : "{\"salt\":\"…\"}");
            LogProof read = LogProof.parse(written.bytes());
            assertThat(read.toString()).isEqualTo(written.toString());
            assertThat(read.extra()).isEqualTo(written.extra());
            assertThat(read.index()).isEqualTo(index);
            assertThat(read.verify(leaves.get(index), POLICY).size()).isEqualTo(SIZE);
            Hash other = leaves.get((index + 1) % SIZE);
            assertThatThrownBy(() -> read.verify(other, POLICY))
                    .isInstanceOf(NotValid.class)
                    .hasMessage("the leaf does not stand at index " + read.index() + " in the tree of the checkpoint");
        }
    }

    @Test
    void theFileHasTheLinesOfTheSpecification() {
        LogProof proof = proof(10, "extra");
        assertThat(proof.toString())
                .isEqualTo("c2sp.org/tlog-proof@v1\nextra ZXh0cmE=\nindex 10\n"
                        + proof.inclusion().get(0) + "\n" + proof.inclusion().get(1) + "\n\n" + checkpoint);
    }

    @Test
    void aProofOfAnotherIndexOrLogIsRefused() {
        LogProof good = proof(3, "");
        assertThatThrownBy(
                        () -> new LogProof(new byte[0], 4, good.inclusion(), checkpoint).verify(leaves.get(3), POLICY))
                .isInstanceOf(NotValid.class);
        assertThatThrownBy(() -> new LogProof(new byte[0], Long.MAX_VALUE, good.inclusion(), checkpoint)
                        .verify(leaves.get(3), POLICY))
                .isInstanceOf(NotValid.class);
        assertThatThrownBy(() -> good.verify(
                        leaves.get(3),
                        TrustPolicy.of(List.of(Keys.log("example.com/log", 2).key()))))
                .isInstanceOf(NotValid.class);
    }

    @Test
    void everyOtherFileIsRefused() {
        String good = proof(3, "extra").toString();
        String hash = leaves.get(0).base64();
        for (String bad : List.of(
                "",
                "\n\n",
                good.substring(1),
                good.replace("@v1", "@v2"),
                good.replace("@v1\n", "@v1\r\n"),
                good.replace("extra ZXh0cmE=", "extra "),
                good.replace("extra ZXh0cmE=", "extra"),
                good.replace("extra ZXh0cmE=", "extra ZXh0cmE"),
                good.replace("extra ZXh0cmE=", "extra ZXh0cmE=\nextra ZXh0cmE="),
                good.replace("extra ZXh0cmE=\nindex 3", "index 3\nextra ZXh0cmE="),
                good.replace("index 3\n", ""),
                good.replace("index 3", "index 03"),
                good.replace("index 3", "index -3"),
                good.replace("index 3", "index 9223372036854775808"),
                good.replace("index 3", "index 3 "),
                good.replace("index 3\n", "index 3\n\n"),
                good.replace("index 3\n", "index 3\n" + (hash + "\n").repeat(64)),
                good.replace("index 3\n", "index 3\n" + hash.replace("=", "") + "\n"),
                good.replace("\n\n", "\n"),
                good + "\n",
                good.substring(0, good.length() - 1))) {
            assertThat(bad).isNotEqualTo(good);
            assertThatThrownBy(() -> LogProof.parse(bad.getBytes(StandardCharsets.UTF_8)))
                    .as(bad)
                    .isInstanceOf(NotValid.class);
        }
        assertThatThrownBy(() -> LogProof.parse(new byte[LogProof.MAX_BYTES + 1]))
                .isInstanceOf(NotValid.class);
    }
}
