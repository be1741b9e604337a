package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;

/** A text that stands in some languages and not in all. */
public record MissingTranslation(String column) implements Defect {
    @Override
    public String message() {
        return "the text is missing in " + column
                + ", though it stands in another language; who asks for this one would get nothing. Write the translation.";
    }
}
