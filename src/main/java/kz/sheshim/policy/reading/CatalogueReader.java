package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.cell.GroundWithoutRemedy;
import kz.sheshim.finding.cell.MisorderedRank;
import kz.sheshim.finding.cell.WrongType;
import kz.sheshim.finding.name.MissingOutcome;
import kz.sheshim.finding.name.UnknownCode;
import kz.sheshim.finding.name.UnknownName;
import kz.sheshim.policy.Catalogue;
import kz.sheshim.policy.Catalogue.ReachedBy;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Label;
import kz.sheshim.vocabulary.Nearest;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.Address;
import org.jspecify.annotations.Nullable;

/** Reads the sheets Acts, Places, Grounds, Outcomes, Notices and Actions. */
final class CatalogueReader {
    private static final String NO_GROUND = "no ground";
    private static final String OPEN_RULE = "open rule";
    private static final String REACHED_BY = "Reached by";

    private final SheetsByName sheets;
    private final Consumer<Finding> findings;
    /** What may stand in braces in the texts of grounds and notices. */
    private final List<String> placeholders;
    /** What may stand in braces in the texts of actions, which have no subject: fields that occur once. */
    private final List<String> placeholdersOfOnce;

    CatalogueReader(SheetsByName sheets, Consumer<Finding> findings) {
        this.sheets = sheets;
        this.findings = findings;
        placeholders = new ArrayList<>(List.of("{subject}"));
        placeholders.addAll(fields(sheets, entity -> true));
        placeholdersOfOnce = fields(sheets, entity -> entity.optional("Occurs").equals("once"));
    }

    /** The fields of some entities, in braces; yes and no can be written where receipts have words for them. */
    private static List<String> fields(SheetsByName sheets, Predicate<HeadedSheet.Line> which) {
        Set<String> entities = sheets.silentLines("Entities").stream()
                .filter(which)
                .map(line -> line.optional("Entity"))
                .collect(Collectors.toSet());
        boolean words = sheets.sheets().containsKey("Words");
        List<String> placeholders = new ArrayList<>();
        for (HeadedSheet.Line line : sheets.silentLines("Fields")) {
            FieldPath.parse(line.optional("Field"))
                    .filter(path -> entities.contains(path.entity()))
                    .filter(path -> words || !line.optional("Type").equals("yes/no"))
                    .ifPresent(path -> placeholders.add("{" + path + "}"));
        }
        return placeholders;
    }

    Catalogue read() {
        DefinedNames<Catalogue.GroundText> grounds = grounds();
        Map<String, Catalogue.Act> acts = acts();
        return new Catalogue(acts, places(acts.keySet()), grounds.values(), outcomes(grounds), notices(), actions());
    }

    private Map<String, Catalogue.Act> acts() {
        DefinedNames<Catalogue.Act> acts = new DefinedNames<>(Phrase.of("act"));
        for (HeadedSheet.Line line :
                sheets.lines("Acts", List.of("Act", "In force from", "In force until", "Source"), "Title", "Wording")) {
            acts.define(
                    line,
                    "Act",
                    line.code("Act"),
                    new Catalogue.Act(
                            line.label("Title"),
                            line.label("Wording"),
                            line.period("In force from", "In force until"),
                            line.optional("Source")));
        }
        return acts.values();
    }

    private Map<Catalogue.Place, Label> places(Set<String> acts) {
        Map<Catalogue.Place, Label> places = new LinkedHashMap<>();
        DefinedNames<Label> names = new DefinedNames<>(Phrase.of("place"));
        for (HeadedSheet.Line line : sheets.lines("Places", List.of("Act", "Place"), "Text")) {
            String act = line.text("Act");
            String place = line.text("Place");
            Label text = line.label("Text");
            if (!act.isEmpty() && !acts.contains(act)) {
                line.report(
                        "Act",
                        UnknownCode.ofSheet(act, "Acts", Nearest.to(act, acts).orElse(null)));
            } else if (!act.isEmpty() && !place.isEmpty()) {
                names.define(line, "Place", act + " " + place, text);
                places.putIfAbsent(new Catalogue.Place(act, place), text);
            }
        }
        return places;
    }

    private DefinedNames<Catalogue.GroundText> grounds() {
        DefinedNames<Catalogue.GroundText> grounds = new DefinedNames<>(Phrase.of("ground"));
        for (HeadedSheet.Line line : sheets.lines("Grounds", List.of("Ground", "Effect"), "Text", "Remedy")) {
            grounds.define(
                    line,
                    "Ground",
                    line.code("Ground"),
                    new Catalogue.GroundText(
                            line.code("Effect"),
                            line.label("Text", HeadedSheet.NO_TEXT, placeholders),
                            line.label("Remedy", new GroundWithoutRemedy(), placeholders)));
        }
        return grounds;
    }

    private Map<String, Catalogue.OutcomeText> outcomes(DefinedNames<Catalogue.GroundText> grounds) {
        Set<String> effects = new TreeSet<>();
        grounds.values().values().forEach(ground -> effects.add(ground.effect()));
        effects.remove("");
        DefinedNames<Catalogue.OutcomeText> outcomes = new DefinedNames<>(Phrase.of("outcome"));
        Map<String, HeadedSheet.Line> lines = new HashMap<>();
        DefinedNames<String> ranks = new DefinedNames<>(Phrase.of("rank"));
        DefinedNames<String> reached = new DefinedNames<>(Phrase.of("outcome reached by"));
        for (HeadedSheet.Line line : sheets.lines("Outcomes", List.of("Outcome", "Rank", REACHED_BY), "Text")) {
            String rank = line.text("Rank");
            if (!rank.isEmpty() && !rank.matches("[0-9]{1,6}")) {
                line.report("Rank", new WrongType(rank, Phrase.of("whole number from 0 to 999999")));
                rank = "";
            }
            ReachedBy how = reachedBy(line, effects);
            ranks.define(line, "Rank", rank, rank);
            reached.define(line, REACHED_BY, line.optional(REACHED_BY), rank);
            String code = line.code("Outcome");
            Label text = line.label("Text");
            if (!rank.isEmpty() && how != null) {
                outcomes.define(line, "Outcome", code, new Catalogue.OutcomeText(Integer.parseInt(rank), how, text));
                lines.putIfAbsent(code, line);
            }
        }
        List<String> needed = new ArrayList<>(effects);
        needed.add(NO_GROUND);
        needed.add(OPEN_RULE);
        for (String how : needed) {
            if (!reached.values().containsKey(how)) {
                Address place = sheets.silentLines("Grounds").stream()
                        .filter(line -> line.optional("Effect").equals(how))
                        .findFirst()
                        .<Address>map(line -> line.address("Effect"))
                        .orElseGet(() -> sheets.nextRow("Outcomes", REACHED_BY));
                findings.accept(Finding.at(
                        place,
                        new MissingOutcome(
                                how,
                                effects.contains(how)
                                        ? Nearest.to(how, reached.values().keySet())
                                                .orElse(null)
                                        : null)));
            }
        }
        int lastEffect = outcomes.values().values().stream()
                .filter(outcome -> outcome.reachedBy() instanceof ReachedBy.Effect)
                .mapToInt(Catalogue.OutcomeText::rank)
                .max()
                .orElse(0);
        outcomes.values().forEach((code, outcome) -> {
            HeadedSheet.Line line = lines.get(code);
            if (line != null && outcome.reachedBy() instanceof ReachedBy.NoGround && outcome.rank() < lastEffect) {
                line.report("Rank", new MisorderedRank(outcome.rank(), lastEffect));
            }
        });
        return outcomes.values();
    }

    private static @Nullable ReachedBy reachedBy(HeadedSheet.Line line, Set<String> effects) {
        String text = line.text(REACHED_BY);
        if (text.equals(NO_GROUND)) {
            return new ReachedBy.NoGround();
        }
        if (text.equals(OPEN_RULE)) {
            return new ReachedBy.OpenRule();
        }
        if (effects.contains(text)) {
            return new ReachedBy.Effect(text);
        }
        if (!text.isEmpty()) {
            line.report(
                    REACHED_BY,
                    new UnknownName(
                            text,
                            Phrase.of("an effect of the sheet Grounds, \"{0}\" or \"{1}\"", NO_GROUND, OPEN_RULE),
                            Nearest.to(
                                            text,
                                            Stream.concat(effects.stream(), Stream.of(NO_GROUND, OPEN_RULE))
                                                    .toList())
                                    .orElse(null)));
        }
        return null;
    }

    private Map<String, Label> notices() {
        DefinedNames<Label> notices = new DefinedNames<>(Phrase.of("notice"));
        for (HeadedSheet.Line line : sheets.lines("Notices", List.of("Notice"), "Text")) {
            notices.define(line, "Notice", line.code("Notice"), line.label("Text", HeadedSheet.NO_TEXT, placeholders));
            if (!line.optional(ReceiptReader.IN_RECEIPTS).isEmpty()) {
                line.yes(ReceiptReader.IN_RECEIPTS);
            }
        }
        return notices.values();
    }

    private Map<String, Label> actions() {
        DefinedNames<Label> actions = new DefinedNames<>(Phrase.of("action"));
        for (HeadedSheet.Line line : sheets.lines("Actions", List.of("Action"), "Text")) {
            actions.define(
                    line, "Action", line.code("Action"), line.label("Text", HeadedSheet.NO_TEXT, placeholdersOfOnce));
        }
        return actions.values();
    }
}
