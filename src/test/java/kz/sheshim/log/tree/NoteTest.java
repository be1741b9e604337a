package kz.sheshim.log.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {
    /** The example of C2SP signed-note. */
    private static final String VKEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static final String SIGNATURE =
            "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
    private static final String EXAMPLE = "This is an example message.\n\n" + SIGNATURE;

    private static final NoteSigner A = Keys.log("example.com/a", 1);
    private static final NoteSigner B = Keys.log("example.com/b", 2);
    private static final Cosigner W = Keys.witness("example.com/w", 3);

    @Test
    void theExampleOfTheSpecificationVerifies() {
        VerifierKey key = VerifierKey.parse(VKEY);
        assertThat(key.toString()).isEqualTo(VKEY);
        assertThat(key).isEqualTo(new VerifierKey("example.com/foo", SignatureType.NOTE, key.publicKey()));
        Note note = Note.parse(EXAMPLE);
        assertThat(note.toString()).isEqualTo(EXAMPLE);
        assertThat(note.text()).isEqualTo("This is an example message.\n");
        assertThat(note.verify(List.of(key))).containsOnlyKeys(key);
        assertThat(SecondNote.verifies(note.bytes(), VKEY)).isTrue();
    }

    @Test
    void whatIsSignedHereVerifiesElsewhereAndTheOtherWayRound() {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) 1);
        String text = "Ognuno sta solo sul cuor della terra\n\nприговор \uD83C\uDF0D\n";
        NoteSigner other = new NoteSigner("example.com/a", BouncyCastle.signer(seed));
        assertThat(other.key()).isEqualTo(A.key());
        assertThat(other.sign(text)).isEqualTo(A.sign(text));
        Note note = new Note(text, List.of(A.sign(text), W.cosign(text, Instant.ofEpochSecond(1_679_315_147))));
        assertThat(SecondNote.verifies(note.bytes(), A.key().toString())).isTrue();
        assertThat(SecondNote.verifies(note.bytes(), W.key().toString())).isTrue();
        assertThat(SecondNote.verifies(note.bytes(), B.key().toString())).isFalse();
        assertThat(Note.parse(note.bytes())).isEqualTo(note);
    }

    @Test
    void signaturesOfOtherKeysAreIgnored() {
        String text = "text\n";
        Note note = new Note(
                text,
                List.of(
                        new NoteSignature(A.key().name(), B.key().id(), new byte[] {1}),
                        new NoteSignature("somebody", A.key().id(), new byte[5000]),
                        A.sign(text)));
        assertThat(Note.parse(note.bytes()).verify(List.of(A.key(), B.key()))).containsOnlyKeys(A.key());
        assertThatThrownBy(() -> note.verify(List.of(B.key())))
                .isInstanceOf(NotValid.class)
                .hasMessage("no trusted key has signed this note");
        assertThatThrownBy(() -> note.verify(List.of())).isInstanceOf(NotValid.class);
    }

    @Test
    void aForgedSignatureOfATrustedKeyRefusesTheNote() {
        String text = "text\n";
        NoteSignature forged = A.sign("other\n");
        for (List<NoteSignature> signatures : List.of(
                List.of(forged),
                List.of(A.sign(text), forged),
                List.of(forged, A.sign(text)),
                List.of(B.sign(text), forged))) {
            assertThatThrownBy(() -> new Note(text, signatures).verify(List.of(A.key(), B.key())))
                    .isInstanceOf(NotValid.class)
                    .hasMessageContaining("example.com/a");
        }
        NoteSignature cut = new NoteSignature(A.key().name(), A.key().id(), new byte[63]);
        assertThatThrownBy(() -> new Note(text, List.of(cut)).verify(List.of(A.key())))
                .isInstanceOf(NotValid.class);
    }

    @Test
    void theSameSignatureTwiceIsOneSigner() {
        String text = "text\n";
        Note note = Note.parse(text + "\n" + (A.sign(text).line() + "\n").repeat(3));
        assertThat(note.verify(List.of(A.key(), A.key()))).hasSize(1);
        assertThat(note.with(A.sign(text)).signatures()).hasSize(3);
    }

    @Test
    void aCosignatureCoversItsTime() {
        String text = "text\n";
        Instant time = Instant.ofEpochSecond(1_679_315_147);
        NoteSignature signature = W.cosign(text, time);
        assertThat(Cosigner.time(signature)).isEqualTo(time);
        assertThat(W.key().verify(text, signature)).isTrue();
        byte[] bytes = signature.signature();
        bytes[7]++;
        assertThat(W.key()
                        .verify(text, new NoteSignature(W.key().name(), W.key().id(), bytes)))
                .isFalse();
        bytes[0] = (byte) 0x80;
        NoteSignature beyond = new NoteSignature(W.key().name(), W.key().id(), bytes);
        assertThat(W.key().verify(text, beyond)).isFalse();
        assertThatThrownBy(() -> Cosigner.time(beyond)).isInstanceOf(NotValid.class);
        assertThatThrownBy(() -> Cosigner.time(A.sign(text))).isInstanceOf(NotValid.class);
    }

    @Test
    void aNoteHasAtLeast16AndAtMost100Signatures() {
        String text = "text\n";
        String line = A.sign(text).line() + "\n";
        assertThat(Note.parse(text + "\n" + line.repeat(100)).signatures()).hasSize(100);
        assertThatThrownBy(() -> Note.parse(text + "\n" + line.repeat(101))).isInstanceOf(NotValid.class);
        assertThatThrownBy(() -> Note.parse(new byte[Note.MAX_BYTES + 1])).isInstanceOf(NotValid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n",
                "text",
                "text\n",
                "text\n\n",
                "text\n" + SIGNATURE,
                "text\n\n" + SIGNATURE + "\n",
                "text\n\n" + SIGNATURE + "more\n",
                "text\n\nmore\n" + SIGNATURE,
                "text\r\n\n" + SIGNATURE,
                "te\txt\n\n" + SIGNATURE,
                "te\u0000xt\n\n" + SIGNATURE,
                "te\uD800xt\n\n" + SIGNATURE,
                "text\n\n— a b=\n",
                "text\n\n— a \n",
                "text\n\n— a\n",
                "text\n\n—\n",
                "text\n\n— \n",
                "text\n\n- a AAAAAAA=\n",
                "text\n\n—  a AAAAAAA=\n",
                "text\n\n— a  AAAAAAA=\n",
                "text\n\n— a AAAAAAA= \n",
                "text\n\n— a+b AAAAAAA=\n",
                "text\n\n— a\u00a0b AAAAAAA=\n",
                "text\n\n— a\u2003b AAAAAAA=\n",
                "text\n\n— a\u0085b AAAAAAA=\n",
                "text\n\n— a AAAAAA==\n",
                "text\n\n— a AAAA\n",
                "text\n\n— a AAAAAAA\n",
                "text\n\n— a AAAAAAB=\n",
                "text\n\n— a AAAA-_A=\n",
                "text\n\n— a AAAAAAA=\n— b"
            })
    void everythingElseIsRefused(String note) {
        assertThatThrownBy(() -> Note.parse(note)).isInstanceOf(NotValid.class);
    }

    @Test
    void aNoteThatIsNotUtf8IsRefused() {
        byte[] bytes = EXAMPLE.getBytes(StandardCharsets.UTF_8);
        bytes[3] = (byte) 0xff;
        assertThatThrownBy(() -> Note.parse(bytes)).isInstanceOf(NotValid.class).hasMessage("a note must be UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "++",
                "a+530d903a",
                "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+0530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo +530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n",
                "example.com/foo+530d903a+",
                "example.com/foo+530d903a+AQ==",
                "example.com/foo+530d903a+BukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2kAA==",
                "a+00000000+AQEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void everyOtherVerifierKeyIsRefused(String vkey) {
        assertThatThrownBy(() -> VerifierKey.parse(vkey)).isInstanceOf(NotValid.class);
    }

    @Test
    void aSignerThatDoesNotMatchItsPublicKeySignsNothing() {
        Signer wrong = new Signer() {
            @Override
            public byte[] publicKey() {
                return Keys.signer(1).publicKey();
            }

            @Override
            public byte[] sign(byte[] message) {
                return Keys.signer(2).sign(message);
            }
        };
        assertThatThrownBy(() -> new NoteSigner("a", wrong).sign("text\n")).isInstanceOf(SigningFailed.class);
        assertThatThrownBy(() -> new Cosigner("a", wrong).cosign("text\n", Instant.EPOCH))
                .isInstanceOf(SigningFailed.class);
    }

    @Test
    void checkpointsAreReadStrictly() {
        String root = Hash.EMPTY_ROOT.base64();
        Checkpoint checkpoint = Checkpoint.parse("log\n0\n" + root + "\nmore\n");
        assertThat(checkpoint).isEqualTo(new Checkpoint("log", 0, Hash.EMPTY_ROOT, List.of("more")));
        assertThat(checkpoint.text()).isEqualTo("log\n0\n" + root + "\nmore\n");
        assertThat(Checkpoint.parse("log\n9223372036854775807\n" + root + "\n").size())
                .isEqualTo(Long.MAX_VALUE);
        for (String text : List.of(
                "",
                "log\n0\n",
                "log\n0\n" + root,
                "log\n0\n" + root + "\n\n",
                "log\n0\n" + root + "\nmore",
                "\n0\n" + root + "\n",
                "log\n00\n" + root + "\n",
                "log\n-1\n" + root + "\n",
                "log\n+1\n" + root + "\n",
                "log\n١\n" + root + "\n",
                "log\n\n" + root + "\n",
                "log\n9223372036854775808\n" + root + "\n",
                "log\n99999999999999999999\n" + root + "\n",
                "log\n0\nAAAA\n",
                "log\n0\n" + root.replace("=", "") + "\n",
                "log\n0\n" + root + " \n",
                "log\r\n0\n" + root + "\n")) {
            assertThatThrownBy(() -> Checkpoint.parse(text)).as(text).isInstanceOf(NotValid.class);
        }
    }

    @Test
    void messagesStayShort() {
        assertThatThrownBy(() -> VerifierKey.parse("\u0007".repeat(100_000)))
                .isInstanceOf(NotValid.class)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300).doesNotContain("\u0007"));
    }
}
