package kz.sheshim.policy.reading;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.name.UnusedCode;
import kz.sheshim.policy.Retention;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.ConclusionKind;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.Rule;
import kz.sheshim.vocabulary.CodeList;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.Nearest;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.vocabulary.Vocabulary;
import kz.sheshim.workbook.CellAddress;

/** Finds what the vocabulary defines and nothing uses: code lists, subjects, acts, places, grounds, notices, actions. */
final class Unused {
    private final SheetsByName sheets;
    private final Consumer<Finding> findings;

    Unused(SheetsByName sheets, Consumer<Finding> findings) {
        this.sheets = sheets;
        this.findings = findings;
    }

    void find(Vocabulary vocabulary, List<DecisionTable> tables, Retention retention) {
        Map<ConclusionKind, Set<String>> codes = new EnumMap<>(ConclusionKind.class);
        Set<String> acts = new HashSet<>();
        Set<String> cited = new HashSet<>();
        Set<String> subjects = new HashSet<>();
        for (DecisionTable table : tables) {
            for (Rule rule : table.rules()) {
                Conclusion conclusion = rule.conclusion();
                codes.computeIfAbsent(conclusion.kind(), kind -> new HashSet<>())
                        .add(conclusion.code());
                conclusion.citations().forEach(citation -> {
                    acts.add(citation.act());
                    cited.add(citation.act() + " " + citation.place());
                });
                if (conclusion.subject().orElse(null) instanceof Conclusion.Subject.Named code) {
                    subjects.add(code.code());
                }
            }
        }
        retention.rules().values().forEach(rule -> {
            acts.add(rule.act());
            cited.add(rule.act() + " " + rule.place());
        });
        report(Phrase.of("ground"), places("Grounds", "Ground"), codes.getOrDefault(ConclusionKind.GROUND, Set.of()));
        report(Phrase.of("notice"), places("Notices", "Notice"), codes.getOrDefault(ConclusionKind.NOTICE, Set.of()));
        report(Phrase.of("action"), places("Actions", "Action"), codes.getOrDefault(ConclusionKind.ACTION, Set.of()));
        report(Phrase.of("act"), places("Acts", "Act"), acts);
        Map<String, CellAddress> citable = new LinkedHashMap<>();
        sheets.silentLines("Places")
                .forEach(line -> citable.putIfAbsent(
                        line.optional("Act") + " " + line.optional("Place"), line.address("Place")));
        report(Phrase.of("place"), citable, cited);
        Set<String> lists = new HashSet<>();
        lists.add(Vocabulary.SUBJECTS);
        vocabulary.fields().stream()
                .map(Field::type)
                .map(FieldType::codeList)
                .flatMap(list -> list.stream())
                .map(CodeList::name)
                .forEach(lists::add);
        report(Phrase.of("code list"), places("Codes", "List"), lists);
        Map<String, CellAddress> subjectPlaces = new LinkedHashMap<>();
        sheets.silentLines("Codes").stream()
                .filter(line -> line.optional("List").equals(Vocabulary.SUBJECTS))
                .forEach(line -> subjectPlaces.putIfAbsent(line.optional("Code"), line.address("Code")));
        report(Phrase.of("subject"), subjectPlaces, subjects);
    }

    private void report(Phrase what, Map<String, CellAddress> defined, Set<String> used) {
        defined.forEach((name, place) -> {
            if (!used.contains(name)) {
                findings.accept(Finding.at(
                        place, new UnusedCode(what, name, Nearest.to(name, used).orElse(null))));
            }
        });
    }

    /** Where each name stands first. */
    private Map<String, CellAddress> places(String sheet, String column) {
        Map<String, CellAddress> places = new LinkedHashMap<>();
        sheets.silentLines(sheet).forEach(line -> places.putIfAbsent(line.optional(column), line.address(column)));
        return places;
    }
}
