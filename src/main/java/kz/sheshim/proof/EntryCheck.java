package kz.sheshim.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.sheshim.log.CaseFile;
import kz.sheshim.log.Commitment;
import kz.sheshim.log.Erasure;
import kz.sheshim.log.Incident;
import kz.sheshim.log.KeyChange;
import kz.sheshim.log.Moments;
import kz.sheshim.log.Publication;
import kz.sheshim.log.RecordReader.RecordedEntry;
import kz.sheshim.log.Result;
import kz.sheshim.log.Seal;
import kz.sheshim.log.Secret;
import kz.sheshim.log.Statement;
import kz.sheshim.log.tree.Hash;
import kz.sheshim.policy.Revision;
import org.jspecify.annotations.Nullable;

/** Checks one entry against its own statement. Any number of threads may use it. */
final class EntryCheck {
    private static final Map<String, String> KINDS = Map.of(
            "decision",
            Seal.DECISION,
            "erasure",
            Erasure.KIND,
            "key",
            KeyChange.KIND,
            "incident",
            Incident.KIND,
            "publication",
            Publication.KIND);

    private final SealedParts parts;

    EntryCheck(SealedParts parts) {
        this.parts = parts;
    }

    /**
     * An entry that was checked.
     *
     * @param statement empty if it is damaged
     * @param flaws what is wrong with it
     */
    record Checked(long number, Optional<Statement> statement, Hash leaf, List<String> flaws) {}

    Checked check(RecordedEntry entry) {
        List<String> flaws = new ArrayList<>();
        Optional<Statement> statement = statement(entry.statement());
        statement.ifPresentOrElse(stated -> check(entry, stated, flaws), () -> flaws.add("its statement is damaged"));
        Hash leaf = Hash.leaf(entry.statement().getBytes(StandardCharsets.UTF_8));
        return new Checked(entry.number(), statement, leaf, flaws);
    }

    private static Optional<Statement> statement(String text) {
        try {
            return Optional.of(new Statement(text));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private void check(RecordedEntry entry, Statement statement, List<String> flaws) {
        Map<String, String> lines = statement.lines();
        if (!statement.kind().equals(KINDS.get(entry.kind()))) {
            flaws.add("its kind is not " + entry.kind());
        }
        if (!Moments.text(entry.at()).equals(lines.get(Seal.AT))) {
            flaws.add("its moment is not the stated one");
        }
        if (statement.kind().equals(Seal.DECISION)) {
            checkResult(entry, lines, flaws);
            checkCaseFile(entry, statement, lines, flaws);
        } else if (entry.caseFile() != null) {
            flaws.add("it is no decision and has a case file");
        }
    }

    private static void checkResult(RecordedEntry entry, Map<String, String> lines, List<String> flaws) {
        if (!Objects.toString(entry.decision()).equals(lines.get(Seal.ID))) {
            flaws.add("its id is not the stated one");
        }
        if (!Objects.toString(entry.revision()).equals(lines.get(Seal.REVISION))) {
            flaws.add("its revision is not the stated one");
        }
        Result result = entry.result();
        Optional<Secret> secret = secret(entry.secret());
        boolean isCommitted = result != null
                && secret.isPresent()
                && Commitment.to(result.parts(), secret.get()).base64().equals(lines.get(Seal.RESULT));
        if (!isCommitted) {
            flaws.add("its outcome, grounds or day of filing is not the one that it commits to");
        }
    }

    private void checkCaseFile(
            RecordedEntry entry, Statement statement, Map<String, String> lines, List<String> flaws) {
        CaseFile caseFile = entry.caseFile();
        boolean isErased = entry.erasedBy() != null && erases(entry.erasure(), lines.get(Seal.ID));
        if (entry.erasedBy() != null && !isErased) {
            flaws.add("the entry that erased its case file, " + entry.erasedBy() + ", is no erasure of it");
        }
        if (caseFile == null) {
            if (!isErased) {
                flaws.add("its case file is missing, and no entry erased it");
            }
            return;
        }
        if (isErased) {
            flaws.add("its case file was erased by entry " + entry.erasedBy() + " and is there again");
        }
        try {
            Optional<Secret> secret = secret(entry.caseSecret());
            boolean isCommitted = secret.isPresent()
                    && parts.of(
                                    statement,
                                    caseFile,
                                    secret.get(),
                                    new Revision(String.valueOf(lines.get(Seal.REVISION))))
                            .isPresent();
            if (!isCommitted) {
                flaws.add("its case file is not the one that it commits to");
            }
        } catch (RuntimeException broken) {
            flaws.add("the files of its revision cannot be used: " + broken.getMessage());
        }
    }

    private static boolean erases(@Nullable String erasure, @Nullable String decision) {
        return erasure != null
                && statement(erasure)
                        .filter(each -> each.kind().equals(Erasure.KIND))
                        .flatMap(each -> each.value(Seal.ID))
                        .equals(Optional.ofNullable(decision));
    }

    private static Optional<Secret> secret(byte @Nullable [] bytes) {
        try {
            return bytes == null ? Optional.empty() : Optional.of(new Secret(bytes));
        } catch (IllegalArgumentException tooShort) {
            return Optional.empty();
        }
    }
}
