package kz.sheshim.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import kz.sheshim.background.Callers;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.log.CaseFile;
import kz.sheshim.log.Commitment;
import kz.sheshim.log.Erasure;
import kz.sheshim.log.Incident;
import kz.sheshim.log.KeyChange;
import kz.sheshim.log.Moments;
import kz.sheshim.log.Publication;
import kz.sheshim.log.RecordReader;
import kz.sheshim.log.RecordReader.Kept;
import kz.sheshim.log.RecordReader.RecordedEntry;
import kz.sheshim.log.Result;
import kz.sheshim.log.Seal;
import kz.sheshim.log.Secret;
import kz.sheshim.log.Statement;
import kz.sheshim.log.tree.Hash;
import kz.sheshim.policy.Revision;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** Checks entries against their own statements. Any number of threads may use it. */
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
    /** The columns that entries of a kind fill; the others must be empty. */
    private static final Map<String, Set<String>> COLUMNS = Map.of(
            Seal.DECISION,
            Set.of("decision", "revision", "outcome", "grounds", "filed_on", "secret"),
            Publication.KIND,
            Set.of("revision"));

    private final RecordReader record;
    private final SealedParts parts;
    private final JsonParser parser;
    private final Callers callers;

    EntryCheck(RecordReader record, SealedParts parts, JsonParser parser, Callers callers) {
        this.record = record;
        this.parts = parts;
        this.parser = parser;
        this.callers = callers;
    }

    /**
     * An entry that was checked.
     *
     * @param statement empty if it is damaged
     * @param flaws what is wrong with it
     */
    record Checked(long number, Optional<Statement> statement, Hash leaf, List<Phrase> flaws) {}

    /**
     * What has a number of a range.
     *
     * @param strays numbers without an entry that have a case file or an erasure
     */
    record CheckedRange(List<Checked> entries, List<Long> strays) {}

    CheckedRange check(long from, long to) {
        RecordReader.Range range = record.range(from, to);
        List<Checked> entries = range.entries().stream().map(this::check).toList();
        checkErasures(entries);
        return new CheckedRange(entries, range.strays());
    }

    private Checked check(RecordedEntry entry) {
        callers.goFirst();
        List<Phrase> flaws = new ArrayList<>();
        Optional<Statement> statement = statement(entry.statement());
        try {
            statement.ifPresentOrElse(
                    stated -> check(entry, stated, flaws), () -> flaws.add(Phrase.of("its statement is damaged")));
        } catch (RuntimeException impossible) {
            flaws.add(Phrase.of("it has values that no service records: {0}", String.valueOf(impossible.getMessage())));
        }
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

    private void check(RecordedEntry entry, Statement statement, List<Phrase> flaws) {
        Map<String, String> lines = statement.lines();
        if (!statement.kind().equals(KINDS.get(entry.kind()))) {
            flaws.add(Phrase.of("its kind is not {0}", entry.kind()));
        }
        if (!Moments.text(entry.at()).equals(lines.get(Seal.AT))) {
            flaws.add(Phrase.of("its moment is not the stated one"));
        }
        Set<String> columns = COLUMNS.getOrDefault(statement.kind(), Set.of());
        Set<String> surplus = new TreeSet<>(entry.filled());
        surplus.removeAll(columns);
        if (!surplus.isEmpty()) {
            flaws.add(Phrase.of("its kind has no {0}", String.join(", ", surplus)));
        }
        if (columns.contains("revision") && !Objects.toString(entry.revision()).equals(lines.get(Seal.REVISION))) {
            flaws.add(Phrase.of("its revision is not the stated one"));
        }
        if (statement.kind().equals(Seal.DECISION)) {
            checkResult(entry, lines, flaws);
            checkCaseFile(entry, statement, lines, flaws);
            return;
        }
        if (entry.caseFile() != null) {
            flaws.add(Phrase.of("it is no decision and has a case file"));
        }
        if (entry.erasedBy() != null) {
            flaws.add(Phrase.of("it is no decision and the table of erasures has it"));
        }
    }

    private static void checkResult(RecordedEntry entry, Map<String, String> lines, List<Phrase> flaws) {
        if (!Objects.toString(entry.decision()).equals(lines.get(Seal.ID))) {
            flaws.add(Phrase.of("its id is not the stated one"));
        }
        Result result = entry.result();
        Optional<Secret> secret = secret(entry.secret());
        boolean isCommitted = result != null
                && secret.isPresent()
                && Commitment.to(result.parts(), secret.get()).base64().equals(lines.get(Seal.RESULT));
        if (!isCommitted) {
            flaws.add(Phrase.of("its outcome, grounds or day of filing is not the one that it commits to"));
        }
    }

    private void checkCaseFile(
            RecordedEntry entry, Statement statement, Map<String, String> lines, List<Phrase> flaws) {
        CaseFile caseFile = entry.caseFile();
        boolean isErased = entry.erasedBy() != null && erases(entry.erasure(), lines.get(Seal.ID));
        if (entry.erasedBy() != null && !isErased) {
            flaws.add(Phrase.of("the entry that erased its case file, {0}, is no erasure of it", entry.erasedBy()));
        }
        if (caseFile == null) {
            if (!isErased) {
                flaws.add(Phrase.of("its case file is missing, and the table of erasures does not have it"));
            }
            return;
        }
        if (isErased) {
            flaws.add(Phrase.of(
                    "its case file was erased by entry {0} and is there again",
                    Objects.requireNonNull(entry.erasedBy())));
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
                flaws.add(Phrase.of("its case file is not the one that it commits to"));
            }
        } catch (RuntimeException broken) {
            flaws.add(Phrase.of("the files of its revision cannot be used: {0}", String.valueOf(broken.getMessage())));
        }
        Result result = entry.result();
        if (result != null && !says(caseFile.verdict(), result)) {
            flaws.add(Phrase.of("its outcome, grounds or day of filing is not the one of its verdict"));
        }
    }

    private boolean says(String verdict, Result result) {
        return StatedResult.of(verdict, parser)
                .equals(Map.of(
                        StatedResult.OUTCOME,
                        result.outcome(),
                        StatedResult.GROUNDS,
                        result.grounds(),
                        StatedResult.FILED_ON,
                        result.filedOn().toString()));
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

    /** What a statement of an erasure says must have happened, whatever the table of erasures says. */
    private void checkErasures(List<Checked> entries) {
        Map<Checked, UUID> erasures = new HashMap<>();
        for (Checked each : entries) {
            each.statement()
                    .filter(statement -> statement.kind().equals(Erasure.KIND))
                    .ifPresent(
                            statement -> id(statement).ifPresentOrElse(id -> erasures.put(each, id), () -> each.flaws()
                                    .add(Phrase.of("it does not say what it erases"))));
        }
        if (erasures.isEmpty()) {
            return;
        }
        List<Kept> kept = record.kept(erasures.values());
        erasures.forEach((erasure, decision) -> {
            List<Kept> named = kept.stream()
                    .filter(each -> each.decision().equals(decision))
                    .toList();
            if (named.isEmpty()) {
                erasure.flaws().add(Phrase.of("it erases a decision that the log does not have"));
            }
            named.forEach(each -> checkErased(erasure, each));
        });
    }

    private static void checkErased(Checked erasure, Kept decision) {
        Long erasedBy = decision.erasedBy();
        if (decision.hasCaseFile()) {
            erasure.flaws().add(Phrase.of("the case file that it erased, of entry {0}, is there", decision.entry()));
        }
        if (erasedBy == null || erasedBy != erasure.number()) {
            erasure.flaws()
                    .add(Phrase.of(
                            "the table of erasures does not say that it erased the case file of entry {0}",
                            decision.entry()));
        }
    }

    private static Optional<UUID> id(Statement erasure) {
        try {
            return erasure.value(Seal.ID).map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
