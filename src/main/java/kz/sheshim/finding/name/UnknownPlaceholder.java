package kz.sheshim.finding.name;

import kz.sheshim.finding.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A text contains a placeholder that is never replaced.
 *
 * @see kz.sheshim.policy.reading.HeadedSheet
 */
public record UnknownPlaceholder(String given, @Nullable String nearest) implements UnknownReference {
    @Override
    public String wrong() {
        return "Nothing replaces " + Wording.quote(given) + " in this text, so applicants would read it as it stands.";
    }

    @Override
    public String advice() {
        return Wording.suggest(
                given,
                nearest,
                "Grounds and notices may use {subject}, receipts the placeholders that workbook-format.md lists, other texts none.");
    }
}
