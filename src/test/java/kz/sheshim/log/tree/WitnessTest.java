package kz.sheshim.log.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class WitnessTest {
    private static final Instant NOW = Instant.parse("2026-11-29T06:00:00.9Z");
    private static final NoteSigner LOG = Keys.log("example.com/log", 1);
    private static final NoteSigner OLD_KEY = Keys.log("example.com/log", 2);
    private static final Cosigner COSIGNER = Keys.witness("witness.example/w", 3);

    private final MemoryState state = new MemoryState();
    private final Witness witness =
            new Witness(COSIGNER, List.of(LOG.key(), OLD_KEY.key()), state, Clock.fixed(NOW, ZoneOffset.UTC));
    private final Story story = new Story("leaf");
    private final Story fork = new Story("fork");

    /** A history of a log. */
    private static final class Story {
        private static final int SIZE = 40;
        final MemoryTiles tiles = new MemoryTiles();

        Story(String content) {
            List<Hash> leaves = new ArrayList<>();
            for (int i = 0; i < SIZE; i++) {
                leaves.add(Hash.leaf(((i < 5 ? "same" : content) + i).getBytes(StandardCharsets.UTF_8)));
            }
            tiles.grow(TreeEdge.empty(), leaves);
        }

        TiledTree tree(long size) {
            return new TiledTree(size, tiles);
        }

        Note checkpoint(long size) {
            return new Checkpoint("example.com/log", size, tree(size).root()).sign(LOG);
        }

        byte[] request(long old, long size) {
            List<Hash> proof = old > size ? List.of() : tree(size).consistency(old);
            return new AddCheckpoint(old, proof, checkpoint(size)).bytes();
        }
    }

    private void refused(int status, String body) {
        refused(status, body.getBytes(StandardCharsets.UTF_8));
    }

    private void refused(int status, byte[] body) {
        WitnessState.Witnessed before = state.latest("example.com/log");
        Witness.Answer answer = witness.addCheckpoint(body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("text/plain; charset=utf-8");
        assertThat(answer.body()).endsWith("\n").doesNotStartWith("—");
        assertThat(state.latest("example.com/log")).isEqualTo(before);
    }

    private void conflict(String size, byte[] body) {
        assertThat(witness.addCheckpoint(body)).isEqualTo(new Witness.Answer(409, "text/x.tlog.size", size + "\n"));
    }

    private NoteSignature cosigned(Note checkpoint, byte[] body) {
        Witness.Answer answer = witness.addCheckpoint(body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        String note = checkpoint.text() + "\n" + answer.body();
        assertThat(SecondNote.verifies(
                        note.getBytes(StandardCharsets.UTF_8), COSIGNER.key().toString()))
                .isTrue();
        NoteSignature signature = Note.parse(note).signatures().get(0);
        assertThat(Cosigner.time(signature)).isEqualTo(Instant.parse("2026-11-29T06:00:00Z"));
        return signature;
    }

    @Test
    void aLogThatGrowsIsCosigned() {
        assertThat(witness.latest(Witness.originHash("example.com/log"))).isNull();
        long old = 0;
        for (long size : new long[] {0, 1, 1, 5, 8, 8, 39, 40}) {
            Note checkpoint = story.checkpoint(size);
            NoteSignature cosignature = cosigned(checkpoint, story.request(old, size));
            assertThat(witness.latest(Witness.originHash("example.com/log"))).isEqualTo(checkpoint.with(cosignature));
            old = size;
        }
        assertThat(witness.latest(Witness.originHash("example.com/other"))).isNull();
    }

    @Test
    void anotherHistoryIsRefused() {
        cosigned(story.checkpoint(8), story.request(0, 8));
        conflict("8", fork.request(0, 8));
        conflict("8", fork.request(5, 9));
        refused(422, fork.request(8, 8));
        refused(422, fork.request(8, 12));
        refused(422, new AddCheckpoint(8, story.tree(12).consistency(8), fork.checkpoint(12)).bytes());
        cosigned(story.checkpoint(12), story.request(8, 12));
    }

    @Test
    void onlyTheSizeThatWasCosignedLastIsAnOldSize() {
        conflict("0", story.request(1, 8));
        cosigned(story.checkpoint(8), story.request(0, 8));
        conflict("8", story.request(7, 9));
        conflict("8", story.request(9, 10));
        conflict("8", story.request(0, 5));
        refused(400, story.request(9, 8));
    }

    @Test
    void proofsAreExact() {
        Hash hash = Hash.EMPTY_ROOT;
        refused(422, new AddCheckpoint(0, List.of(hash), story.checkpoint(8)).bytes());
        refused(
                422,
                new AddCheckpoint(
                                0,
                                List.of(),
                                new Checkpoint(
                                                "example.com/log",
                                                0,
                                                story.tree(1).root())
                                        .sign(LOG))
                        .bytes());
        cosigned(story.checkpoint(8), story.request(0, 8));
        refused(422, new AddCheckpoint(8, List.of(hash), story.checkpoint(8)).bytes());
        refused(422, new AddCheckpoint(8, List.of(), story.checkpoint(9)).bytes());
    }

    @Test
    void logsAndKeysMustBeKnown() {
        Note checkpoint = story.checkpoint(8);
        Checkpoint unknown = new Checkpoint("example.com/unknown", 0, Hash.EMPTY_ROOT);
        refused(404, new AddCheckpoint(0, List.of(), unknown.sign(LOG)).bytes());
        refused(
                403,
                new AddCheckpoint(
                                0,
                                List.of(),
                                new Note(
                                        checkpoint.text(),
                                        List.of(Keys.log("example.com/log", 9).sign(checkpoint.text()))))
                        .bytes());
        refused(
                403,
                new AddCheckpoint(0, List.of(), new Note(checkpoint.text(), List.of(LOG.sign("other\n")))).bytes());
        refused(403, new AddCheckpoint(0, List.of(), checkpoint.with(LOG.sign("other\n"))).bytes());
        Note both = checkpoint
                .with(OLD_KEY.sign(checkpoint.text()))
                .with(Keys.log("stranger", 7).sign(checkpoint.text()));
        cosigned(checkpoint, new AddCheckpoint(0, List.of(), both).bytes());
        assertThat(witness.latest(Witness.originHash("example.com/log")).signatures())
                .extracting(NoteSignature::name)
                .containsExactly("example.com/log", "example.com/log", "witness.example/w");
    }

    @Test
    void everythingElseIsABadRequest() {
        String good = new String(story.request(0, 8), StandardCharsets.UTF_8);
        String hash = Hash.EMPTY_ROOT.base64() + "\n";
        refused(400, "");
        refused(400, good.replace("old 0", "old 00"));
        refused(400, good.replace("old 0", "old"));
        refused(400, good.replace("old 0", "old -1"));
        refused(400, good.replace("old 0", "old 18446744073709551615"));
        refused(400, good.replace("old 0", "size 0"));
        refused(400, good.replace("old 0\n", "old 0\r\n"));
        refused(400, good.replace("old 0\n\n", "old 0\n"));
        refused(400, good.replace("old 0\n", "old 0\n" + hash.repeat(64)));
        refused(422, good.replace("old 0\n", "old 0\n" + hash.repeat(63)));
        refused(400, good.replace("old 0\n", "old 0\nAAAA\n"));
        refused(400, good.replace("example.com/log\n8\n", "example.com/log\n08\n"));
        refused(400, good.replace("example.com/log\n8\n", "example.com/log\n"));
        refused(400, good + "\n");
        refused(400, good.substring(0, good.length() - 1));
        refused(400, new byte[] {(byte) 0xff});
        refused(400, new byte[Note.MAX_BYTES + 1]);
    }

    @Test
    void nothingIsSignedBeforeTheStateIsStored() {
        WitnessState broken = new WitnessState() {
            @Override
            public Witnessed latest(String origin) {
                return null;
            }

            @Override
            public boolean replace(String origin, Witnessed expected, Witnessed next) {
                throw new IllegalStateException("the disk is full");
            }
        };
        Signer forbidden = new Signer() {
            @Override
            public byte[] publicKey() {
                return Keys.signer(3).publicKey();
            }

            @Override
            public byte[] sign(byte[] message) {
                throw new AssertionError("signed");
            }
        };
        Witness unlucky =
                new Witness(new Cosigner("w", forbidden), List.of(LOG.key()), broken, Clock.fixed(NOW, ZoneOffset.UTC));
        assertThatThrownBy(() -> unlucky.addCheckpoint(story.request(0, 8))).hasMessage("the disk is full");
    }

    @Test
    void ofTwoHistoriesAtTheSameTimeOneIsCosigned() throws Exception {
        cosigned(story.checkpoint(5), story.request(0, 5));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Witness.Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                byte[] request = (i % 2 == 0 ? story : fork).request(5, 6 + i % 30);
                answers.add(threads.submit(() -> witness.addCheckpoint(request)));
            }
            int agreed = 0;
            for (Future<Witness.Answer> answer : answers) {
                assertThat(answer.get().status()).isIn(200, 409);
                agreed += answer.get().status() == 200 ? 1 : 0;
            }
            assertThat(agreed).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theClientFollowsTheSizeThatTheWitnessNames() {
        List<String> posts = new ArrayList<>();
        WitnessClient client = new WitnessClient(COSIGNER.key(), body -> {
            posts.add(
                    new String(body, StandardCharsets.UTF_8).lines().findFirst().orElse(""));
            return witness.addCheckpoint(body);
        });
        cosigned(story.checkpoint(5), story.request(0, 5));
        for (long size : new long[] {8, 8, 20}) {
            NoteSignature cosignature = client.cosign(story.checkpoint(size), story.tree(size)::consistency);
            assertThat(COSIGNER.key().verify(story.checkpoint(size).text(), cosignature))
                    .isTrue();
        }
        assertThat(posts).containsExactly("old 0", "old 5", "old 8", "old 8");
        assertThatThrownBy(() -> client.cosign(story.checkpoint(10), story.tree(10)::consistency))
                .isInstanceOfSatisfying(WitnessRefused.class, e -> {
                    assertThat(e.reason()).isEqualTo(WitnessRefused.Reason.AHEAD);
                    assertThat(e).hasMessage("witness.example/w has cosigned a tree of size 20, larger than 10");
                });
        assertThatThrownBy(() -> client.cosign(fork.checkpoint(30), fork.tree(30)::consistency))
                .isInstanceOfSatisfying(
                        WitnessRefused.class, e -> assertThat(e.reason()).isEqualTo(WitnessRefused.Reason.FORK));
        client.cosign(story.checkpoint(30), story.tree(30)::consistency);
    }

    @Test
    void theClientTrustsNoAnswer() {
        Note checkpoint = story.checkpoint(8);
        String other = Keys.witness("witness.example/w", 9)
                        .cosign(checkpoint.text(), NOW)
                        .line() + "\n";
        String forged = COSIGNER.cosign("other\n", NOW).line() + "\n";
        String timeless = COSIGNER.cosign(checkpoint.text(), Instant.EPOCH).line() + "\n";
        for (Witness.Answer answer : List.of(
                new Witness.Answer(200, "text/plain", ""),
                new Witness.Answer(200, "text/plain", "<html>"),
                new Witness.Answer(200, "text/plain", other),
                new Witness.Answer(200, "text/plain", forged),
                new Witness.Answer(200, "text/plain", timeless),
                new Witness.Answer(409, "text/x.tlog.size", "x\n"),
                new Witness.Answer(409, "text/x.tlog.size", "0\n"),
                new Witness.Answer(404, "text/plain", "no\n"),
                new Witness.Answer(500, "text/plain", "no\n"))) {
            assertThatThrownBy(() -> new WitnessClient(COSIGNER.key(), body -> answer)
                            .cosign(checkpoint, story.tree(8)::consistency))
                    .as(answer.toString())
                    .isInstanceOfSatisfying(
                            WitnessRefused.class, e -> assertThat(e.reason()).isEqualTo(WitnessRefused.Reason.REFUSED));
        }
        String both = other + COSIGNER.cosign(checkpoint.text(), NOW).line() + "\n";
        assertThat(new WitnessClient(COSIGNER.key(), body -> new Witness.Answer(200, "text/plain", both))
                        .cosign(checkpoint, story.tree(8)::consistency)
                        .keyId())
                .isEqualTo(COSIGNER.key().id());
    }
}
