package kz.sheshim.receipt;

import java.util.List;
import kz.sheshim.table.Citation;
import org.jspecify.annotations.Nullable;

/** One block of a receipt: a paragraph, a list or a line for a signature. */
public sealed interface Block {

    /** The kind of block, in the JSON of a receipt. */
    String shows();

    /** A text of the form. */
    record Paragraph(String text) implements Block {
        @Override
        public String shows() {
            return "text";
        }
    }

    /** Facts of the application that occur once. */
    record SubmittedFacts(List<ShownFact> facts) implements Block {
        public SubmittedFacts {
            facts = List.copyOf(facts);
        }

        @Override
        public String shows() {
            return "facts";
        }
    }

    /** Facts of the application for each instance of an entity, in the order of the application. */
    record Instances(String entity, List<Column> columns, List<List<ShownFact>> rows) implements Block {
        public Instances {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public String shows() {
            return "instances";
        }
    }

    /** The grounds of the verdict. */
    record Grounds(List<Reason> grounds) implements Block {
        public Grounds {
            grounds = List.copyOf(grounds);
        }

        @Override
        public String shows() {
            return "grounds";
        }
    }

    /** The notices of the verdict. */
    record Notices(List<Advice> notices) implements Block {
        public Notices {
            notices = List.copyOf(notices);
        }

        @Override
        public String shows() {
            return "notices";
        }
    }

    /** A line for a signature, with the text below it. */
    record Signature(String text) implements Block {
        @Override
        public String shows() {
            return "signature";
        }
    }

    /** A field as the heading of a column. */
    record Column(String field, String label) {}

    /**
     * A fact of the application.
     *
     * @param value the value as in the application; null if the application does not state it
     * @param text the value in the language of the receipt
     */
    record ShownFact(String field, String label, @Nullable Object value, String text) {}

    /** A ground. A form that does not ask for remedies has null here, one that does not ask for citations has an empty list. */
    record Reason(String code, @Nullable String subject, String text, @Nullable String remedy, List<Cited> citations) {}

    /** The provision behind a ground, and whether its citation is verified. */
    record Cited(
            String id, String act, String wording, @Nullable String place, Citation.Status status, String statusText) {}

    /** A notice. */
    record Advice(String code, @Nullable String subject, String text) {}
}
