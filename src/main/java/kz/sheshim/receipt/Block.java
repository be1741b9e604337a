package kz.sheshim.receipt;

import java.util.List;
import kz.sheshim.table.Citation;
import org.jspecify.annotations.Nullable;

/** A paragraph, a list or a line to sign on. */
public sealed interface Block {

    /** The sort of block. */
    String shows();

    /** A text of the form. */
    record Paragraph(String text) implements Block {
        @Override
        public String shows() {
            return "text";
        }
    }

    /** What the application said of what occurs once. */
    record Said(List<Fact> facts) implements Block {
        public Said {
            facts = List.copyOf(facts);
        }

        @Override
        public String shows() {
            return "facts";
        }
    }

    /** What the application said of each instance of an entity, in its order. */
    record Instances(String entity, List<Column> columns, List<List<Fact>> rows) implements Block {
        public Instances {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public String shows() {
            return "instances";
        }
    }

    /** The grounds that hold. */
    record Grounds(List<Reason> grounds) implements Block {
        public Grounds {
            grounds = List.copyOf(grounds);
        }

        @Override
        public String shows() {
            return "grounds";
        }
    }

    /** Notices that were given. */
    record Notices(List<Advice> notices) implements Block {
        public Notices {
            notices = List.copyOf(notices);
        }

        @Override
        public String shows() {
            return "notices";
        }
    }

    /** A line to sign on, and what stands below it. */
    record Signature(String text) implements Block {
        @Override
        public String shows() {
            return "signature";
        }
    }

    /** A field, as a heading. */
    record Column(String field, String label) {}

    /**
     * A fact of the application.
     *
     * @param value as the application would say it; null when it did not
     * @param text in the reader's language
     */
    record Fact(String field, String label, @Nullable Object value, String text) {}

    /** A ground; without what the form does not ask for. */
    record Reason(
            String code, @Nullable String subject, String text, @Nullable String remedy, @Nullable Cited citation) {}

    /** The law behind a ground, and whether somebody verified that it is. */
    record Cited(
            String id, String act, String wording, @Nullable String place, Citation.Status status, String statusText) {}

    /** A notice. */
    record Advice(String code, @Nullable String subject, String text) {}
}
