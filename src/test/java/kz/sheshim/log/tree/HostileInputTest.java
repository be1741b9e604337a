package kz.sheshim.log.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Damaged inputs end in {@link NotValid} or are read as exactly the bytes that they are. */
class HostileInputTest {
    private static final NoteSigner LOG = Keys.log("example.com/log", 1);
    private static final Cosigner WITNESS = Keys.witness("witness.example/w", 2);
    private static final Checkpoint CHECKPOINT = new Checkpoint("example.com/log", 3, Hash.leaf(new byte[0]));
    private static final Note NOTE =
            CHECKPOINT.sign(LOG).with(WITNESS.cosign(CHECKPOINT.text(), Instant.ofEpochSecond(1_700_000_000)));
    private static final List<Hash> HASHES = List.of(Hash.leaf(new byte[1]), Hash.leaf(new byte[2]));
    private static final byte[] PIECES = "\n\n \t\r+=/.px0123456789AZaz\u0000\u007f—é".getBytes(StandardCharsets.UTF_8);

    /** Reads the bytes and prints what was read. */
    private static final Map<String, UnaryOperator<byte[]>> PARSERS = Map.of(
            NOTE.toString(),
            bytes -> Note.parse(bytes).bytes(),
            CHECKPOINT.text(),
            bytes -> utf8(Checkpoint.parse(Strict.utf8("it", bytes)).text()),
            LOG.key().toString(),
            bytes -> utf8(VerifierKey.parse(Strict.utf8("it", bytes)).toString()),
            new LogProof(new byte[] {1, 2}, 1, HASHES, NOTE).toString(),
            bytes -> LogProof.parse(bytes).bytes(),
            new AddCheckpoint(2, HASHES, NOTE).toString(),
            bytes -> AddCheckpoint.parse(bytes).bytes(),
            "tile/1/x123/456.p/78",
            bytes -> utf8(Tile.parse(Strict.utf8("it", bytes)).path()),
            "tile/entries/x123/456.p/78",
            bytes -> utf8(EntryBundle.parse(Strict.utf8("it", bytes)).path()),
            "\u0000\u0001a\u0000\u0003bcd",
            bytes -> EntryBundle.encode(new EntryBundle(0, 2).decode(bytes)),
            "log " + LOG.key() + "\nwitness w " + WITNESS.key() + "\ngroup g 1 w\nquorum g\n",
            bytes -> {
                TrustPolicy.parse(bytes);
                return bytes;
            });

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void damagedInputIsRefusedOrReadAsItIs() {
        Random random = new Random(15);
        PARSERS.forEach((good, parser) -> {
            assertThat(parser.apply(utf8(good))).isEqualTo(utf8(good));
            int refused = 0;
            for (int i = 0; i < 2000; i++) {
                byte[] bad = damaged(utf8(good), random);
                try {
                    assertThat(parser.apply(bad)).isEqualTo(bad);
                } catch (NotValid e) {
                    refused++;
                }
            }
            assertThat(refused).as(good).isPositive();
        });
    }

    @Test
    void aDamagedTextOrSignatureVerifiesNever() {
        Random random = new Random(16);
        TrustPolicy policy = TrustPolicy.of(List.of(LOG.key()));
        for (int i = 0; i < 1000; i++) {
            Note read;
            try {
                read = Note.parse(damaged(NOTE.bytes(), random));
                policy.verify(read);
            } catch (NotValid e) {
                continue;
            }
            assertThat(read.text()).isEqualTo(NOTE.text());
            assertThat(read.signatures()).contains(NOTE.signatures().get(0));
        }
    }

    private static byte[] damaged(byte[] good, Random random) {
        byte[] bytes = good.clone();
        for (int times = 1 + random.nextInt(2); times > 0 && bytes.length > 0; times--) {
            int at = random.nextInt(bytes.length);
            byte piece = random.nextInt(8) == 0 ? (byte) random.nextInt() : PIECES[random.nextInt(PIECES.length)];
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = piece;
                case 1 -> bytes = joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + 1, bytes.length));
                case 2 ->
                    bytes = joined(
                            joined(Arrays.copyOf(bytes, at), new byte[] {piece}),
                            Arrays.copyOfRange(bytes, at, bytes.length));
                default -> bytes = joined(bytes, Arrays.copyOfRange(bytes, at, bytes.length));
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] left, byte[] right) {
        byte[] both = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return both;
    }
}
