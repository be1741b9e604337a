package kz.sheshim.log.tree;

import java.util.List;
import java.util.function.LongFunction;

/** Asks one witness to cosign the checkpoints of one log. Remembers the size that the witness holds. Not for several threads at once. */
public final class WitnessClient {
    /** A witness whose size changes between two requests serves the same log to somebody else at the same time: three attempts are enough. */
    private static final int ATTEMPTS = 3;

    private final VerifierKey witness;
    private final Post post;
    private long held;

    /** Sends a body to {@code add-checkpoint} of a witness. */
    public interface Post {
        /** @throws WitnessRefused with {@link WitnessRefused.Reason#UNREACHABLE} if there is no answer in time */
        Witness.Answer post(byte[] body);
    }

    /** @param witness the key that checks its cosignatures */
    public WitnessClient(VerifierKey witness, Post post) {
        if (witness.type() != SignatureType.COSIGNATURE) {
            throw new NotValid("the key of a witness must make signatures of type 4: " + witness);
        }
        this.witness = witness;
        this.post = post;
    }

    public VerifierKey witness() {
        return witness;
    }

    /**
     * The verified cosignature of the witness under the checkpoint.
     *
     * @param checkpoint signed by the log
     * @param consistency makes the consistency proof from a smaller size (or the same) to the size of the checkpoint
     * @throws WitnessRefused if there is none
     */
    public NoteSignature cosign(Note checkpoint, LongFunction<List<Hash>> consistency) {
        long size = Checkpoint.parse(checkpoint.text()).size();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (held > size) {
                long larger = held;
                held = 0;
                throw new WitnessRefused(
                        WitnessRefused.Reason.AHEAD,
                        witness.name() + " has cosigned a tree of size " + larger + ", larger than " + size);
            }
            List<Hash> proof = held == 0 || held == size ? List.of() : consistency.apply(held);
            Witness.Answer answer = post.post(new AddCheckpoint(held, proof, checkpoint).bytes());
            switch (answer.status()) {
                case 200 -> {
                    NoteSignature cosignature = cosignature(checkpoint, answer.body());
                    held = size;
                    return cosignature;
                }
                case 409 -> held = size(answer.body());
                case 422 ->
                    throw new WitnessRefused(
                            WitnessRefused.Reason.FORK,
                            witness.name() + " has cosigned another history of size " + held + ": "
                                    + Strict.quote(answer.body().strip()));
                default ->
                    throw new WitnessRefused(
                            WitnessRefused.Reason.REFUSED,
                            witness.name() + " answered " + answer.status() + ": "
                                    + Strict.quote(answer.body().strip()));
            }
        }
        throw new WitnessRefused(WitnessRefused.Reason.REFUSED, witness.name() + " names another size each time");
    }

    private long size(String body) {
        try {
            return Strict.decimal("the size", body.endsWith("\n") ? body.substring(0, body.length() - 1) : body);
        } catch (NotValid e) {
            throw new WitnessRefused(
                    WitnessRefused.Reason.REFUSED, witness.name() + " answered 409: " + e.getMessage());
        }
    }

    private NoteSignature cosignature(Note checkpoint, String body) {
        try {
            NoteSignature cosignature = Note.parse(checkpoint.text() + "\n" + body)
                    .verify(List.of(witness))
                    .get(witness);
            if (cosignature != null && Cosigner.time(cosignature).getEpochSecond() > 0) {
                return cosignature;
            }
            throw new NotValid("the cosignature has no time");
        } catch (NotValid e) {
            throw new WitnessRefused(
                    WitnessRefused.Reason.REFUSED, witness.name() + " did not cosign: " + e.getMessage());
        }
    }
}
