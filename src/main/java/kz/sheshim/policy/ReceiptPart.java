package kz.sheshim.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.sheshim.table.Period;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Label;

/** One row of a form. What lists something has a text for when there is nothing to list, which may be empty. */
public sealed interface ReceiptPart {

    /** What it shows, as the workbook says it. */
    Shows shows();

    /** What it shows of it, as the workbook says it. */
    default String of() {
        return "";
    }

    Label text();

    /** The days of the law on which it is shown. */
    Period inForce();

    /** The sorts of rows. */
    enum Shows {
        HEADING,
        TEXT,
        FACTS,
        GROUNDS,
        NOTICES,
        SIGNATURE;

        /** As it is written in a cell. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static List<String> words() {
            return Arrays.stream(values()).map(Shows::word).toList();
        }

        public static Optional<Shows> of(String word) {
            return Arrays.stream(values())
                    .filter(shows -> shows.word().equals(word))
                    .findFirst();
        }
    }

    /** What may be shown of a ground besides its text. */
    enum Detail {
        REMEDY,
        CITATION;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static List<String> words() {
            return Arrays.stream(values()).map(Detail::word).toList();
        }

        public static Optional<Detail> of(String word) {
            return Arrays.stream(values())
                    .filter(detail -> detail.word().equals(word))
                    .findFirst();
        }
    }

    /** Begins a section. */
    record HeadingRow(Label text, Period inForce) implements ReceiptPart {
        @Override
        public Shows shows() {
            return Shows.HEADING;
        }
    }

    /** A text in which placeholders are replaced. */
    record TextRow(Label text, Period inForce) implements ReceiptPart {
        @Override
        public Shows shows() {
            return Shows.TEXT;
        }
    }

    /**
     * The facts of the application.
     *
     * @param fields all of entities that occur once, or all of one that occurs many times
     */
    record FactsRow(List<FieldPath> fields, Label text, Period inForce) implements ReceiptPart {
        public FactsRow {
            fields = List.copyOf(fields);
        }

        @Override
        public Shows shows() {
            return Shows.FACTS;
        }

        @Override
        public String of() {
            return fields.stream().map(FieldPath::toString).collect(Collectors.joining(", "));
        }
    }

    /** The grounds that hold. */
    record GroundsRow(SortedSet<Detail> details, Label text, Period inForce) implements ReceiptPart {
        public GroundsRow {
            details = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(details));
        }

        @Override
        public Shows shows() {
            return Shows.GROUNDS;
        }

        @Override
        public String of() {
            return details.stream().map(Detail::word).collect(Collectors.joining(", "));
        }
    }

    /**
     * The notices that were given.
     *
     * @param codes only these; empty: all
     */
    record NoticesRow(SortedSet<String> codes, Label text, Period inForce) implements ReceiptPart {
        public NoticesRow {
            codes = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(codes));
        }

        @Override
        public Shows shows() {
            return Shows.NOTICES;
        }

        @Override
        public String of() {
            return String.join(", ", codes);
        }
    }

    /** A line to sign on, with what stands below it. */
    record SignatureRow(Label text, Period inForce) implements ReceiptPart {
        @Override
        public Shows shows() {
            return Shows.SIGNATURE;
        }
    }
}
