package kz.sheshim.policy.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.sheshim.policy.Policy;
import kz.sheshim.vocabulary.Derivation;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.IfAbsent;
import kz.sheshim.vocabulary.Label;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.vocabulary.Vocabulary;

/** Reads the sheet Policy. */
final class PolicyReader {
    private PolicyReader() {}

    /** The settings of a policy; every defect is a finding. */
    static Policy policy(SheetsByName sheets, Vocabulary vocabulary) {
        SettingsSheet settings = new SettingsSheet(
                sheets,
                "Policy",
                Stream.concat(
                                Stream.of("Policy", "Dated by", "Covered from", "Reference"),
                                sheets.languages().columns(LanguagesReader.TITLE).stream())
                        .toList(),
                List.of(LanguagesReader.SETTING),
                "");
        FieldPath datedBy = field(settings, "Dated by", vocabulary, new FieldType.Date());
        FieldPath reference = field(settings, "Reference", vocabulary, new FieldType.Text());
        settings.line("Policy")
                .filter(line -> !line.optional("Value").isEmpty())
                .ifPresent(line -> line.code("Value"));
        return new Policy(
                settings.text("Policy"),
                sheets.languages(),
                Label.of(sheets.languages(), language -> settings.text(language.column(LanguagesReader.TITLE))),
                datedBy,
                settings.date("Covered from").orElse(Policy.NOT_KNOWN),
                reference);
    }

    private static FieldPath field(SettingsSheet settings, String setting, Vocabulary vocabulary, FieldType type) {
        String text = settings.text(setting);
        List<String> candidates = vocabulary.fields().stream()
                .filter(field ->
                        field.type().equals(type) && !vocabulary.many(field.path()) && alwaysKnown(field, vocabulary))
                .map(field -> field.path().toString())
                .toList();
        if (!text.isEmpty() && !candidates.contains(text)) {
            settings.line(setting)
                    .ifPresent(line -> line.report(
                            "Value",
                            FieldChoice.defect(
                                    text,
                                    vocabulary,
                                    candidates,
                                    Phrase.of(
                                            "the setting needs a {0} field that occurs once and is known of every application (If absent refuse, or derived from such fields)",
                                            type.name()))));
        }
        return FieldPath.parse(text).orElse(new FieldPath("", ""));
    }

    private static boolean alwaysKnown(Field field, Vocabulary vocabulary) {
        return alwaysKnown(field, vocabulary, new HashSet<>());
    }

    /** @param below the fields that are derived from it */
    private static boolean alwaysKnown(Field field, Vocabulary vocabulary, Set<FieldPath> below) {
        if (!field.derived()) {
            return field.ifAbsent() instanceof IfAbsent.Refuse;
        }
        Derivation derivation = field.derivation();
        if (derivation == null || derivation.sources().isEmpty() || !below.add(field.path())) {
            return false;
        }
        boolean total = !(derivation instanceof Derivation.Computed computed)
                || computed.expression().total()
                || field.ifAbsent() instanceof IfAbsent.Means;
        boolean known = total
                && derivation.sources().stream()
                        .map(vocabulary::field)
                        .allMatch(source -> source.isPresent() && alwaysKnown(source.get(), vocabulary, below));
        below.remove(field.path());
        return known;
    }
}
