package kz.sheshim.proof;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kz.sheshim.log.CaseFile;
import kz.sheshim.log.Commitment;
import kz.sheshim.log.Decision;
import kz.sheshim.log.Entry;
import kz.sheshim.log.Part;
import kz.sheshim.log.Seal;
import kz.sheshim.log.Secret;
import kz.sheshim.log.Statement;
import kz.sheshim.policy.Revision;

/** The parts of recorded case files. */
public final class SealedParts {
    private final PersonalData personal;

    /** Finds the personal data of an application by the vocabulary of the revision that decided. */
    public interface PersonalData {
        List<Part> of(CaseFile caseFile, Revision revision);
    }

    public SealedParts(PersonalData personal) {
        this.personal = personal;
    }

    /**
     * The parts that the entry commits to. Decisions of versions before the log had a tree have no parts of personal data.
     *
     * @throws RecordDamaged if the case file has other parts than the entry commits to, or the result is another one
     */
    public List<Part> of(Entry entry) {
        Decision decision = entry.decision();
        return of(entry.seal().statement(), CaseFile.of(decision), entry.seal().caseFile(), decision.revision())
                .orElseThrow(() -> new RecordDamaged(entry.number()));
    }

    /** The parts of a case file that the statement commits to; empty if it commits to others. */
    Optional<List<Part>> of(Statement statement, CaseFile caseFile, Secret secret, Revision revision) {
        Optional<String> committed = statement.value(Seal.CONTENT);
        return Stream.<Supplier<List<Part>>>of(() -> personal.of(caseFile, revision), List::of)
                .map(each -> caseFile.parts(each.get()))
                .filter(parts -> committed.equals(
                        Optional.of(Commitment.to(parts, secret).base64())))
                .findFirst();
    }
}
