package kz.sheshim.log.tree;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.hash.Sha256;
import kz.sheshim.log.tree.WitnessState.Witnessed;
import org.jspecify.annotations.Nullable;

/**
 * A witness of logs (C2SP tlog-witness): cosigns a checkpoint if its tree extends the last one that it cosigned of this log. So a log that shows two histories
 * gets only one of them cosigned.
 *
 * <p>The state is stored before anything is signed. As Ed25519 signatures are determined by key and message, the cosignature can be made again from the state.
 */
public final class Witness {
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String SIZE = "text/x.tlog.size";

    private final Cosigner cosigner;
    private final Map<String, List<VerifierKey>> logs = new LinkedHashMap<>();
    private final WitnessState state;
    private final Clock clock;

    /**
     * @param logs keys of the logs, named by their origins; a log whose key changes has several
     * @throws NotValid if a key does not sign notes
     */
    public Witness(Cosigner cosigner, Collection<VerifierKey> logs, WitnessState state, Clock clock) {
        this.cosigner = cosigner;
        this.state = state;
        this.clock = clock;
        for (VerifierKey log : logs) {
            if (log.type() != SignatureType.NOTE) {
                throw new NotValid("the key of a log must make signatures of type 1: " + log);
            }
            this.logs.computeIfAbsent(log.name(), name -> new ArrayList<>()).add(log);
        }
    }

    /**
     * The answer to a request.
     *
     * @param status of HTTP: 200, 400, 403, 404, 409 or 422
     */
    public record Answer(int status, String contentType, String body) {
        static Answer refusal(int status, String message) {
            return new Answer(status, TEXT, message + "\n");
        }
    }

    /**
     * Answers {@code POST add-checkpoint}.
     *
     * @throws SigningFailed if the key of this witness does not sign. The checkpoint is remembered then; the same request with its size as old size repeats it
     */
    public Answer addCheckpoint(byte[] body) {
        AddCheckpoint request;
        Checkpoint next;
        try {
            request = AddCheckpoint.parse(body);
            next = Checkpoint.parse(request.checkpoint().text());
        } catch (NotValid e) {
            return Answer.refusal(400, e.getMessage());
        }
        List<VerifierKey> keys = logs.get(next.origin());
        if (keys == null) {
            return Answer.refusal(404, "this witness does not know the log " + Strict.quote(next.origin()));
        }
        Note signed;
        try {
            signed = new Note(
                    request.checkpoint().text(),
                    List.copyOf(request.checkpoint().verify(keys).values()));
        } catch (NotValid e) {
            return Answer.refusal(403, e.getMessage());
        }
        if (request.oldSize() > next.size()) {
            return Answer.refusal(400, "the old size must be at most the size of the checkpoint");
        }
        return advance(request, next, signed);
    }

    private Answer advance(AddCheckpoint request, Checkpoint next, Note signed) {
        while (true) {
            Witnessed latest = state.latest(next.origin());
            Checkpoint last = latest == null ? new Checkpoint(next.origin(), 0, Hash.EMPTY_ROOT) : latest.checkpoint();
            if (request.oldSize() != last.size()) {
                return new Answer(409, SIZE, last.size() + "\n");
            }
            if (next.size() == last.size() && !next.root().equals(last.root())) {
                return Answer.refusal(
                        422, "this is not the root of size " + last.size() + " that is known: two histories");
            }
            if (!last.isExtendedBy(next, request.consistency())) {
                return Answer.refusal(
                        422, "the proof does not show that this tree extends the one of size " + last.size());
            }
            Witnessed stored = new Witnessed(signed, clock.instant().truncatedTo(ChronoUnit.SECONDS));
            if (state.replace(next.origin(), latest, stored)) {
                return new Answer(200, TEXT, cosign(stored).line() + "\n");
            }
        }
    }

    /**
     * Answers {@code GET HASH/checkpoint}: the last checkpoint with the signatures of its log and the cosignature of this witness; null: none.
     *
     * @param originHash SHA-256 of the origin, in lower case hexadecimal digits
     */
    public @Nullable Note latest(String originHash) {
        for (String origin : logs.keySet()) {
            if (originHash.equals(originHash(origin))) {
                Witnessed latest = state.latest(origin);
                return latest == null ? null : latest.note().with(cosign(latest));
            }
        }
        return null;
    }

    /** Under which name a witness shows the last checkpoint of a log: SHA-256 of the origin, in lower case hexadecimal digits. */
    public static String originHash(String origin) {
        return Sha256.hex(origin.getBytes(StandardCharsets.UTF_8));
    }

    private NoteSignature cosign(Witnessed witnessed) {
        return cosigner.cosign(witnessed.note().text(), witnessed.time());
    }
}
