package kz.sheshim.policy.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.sheshim.engine.Plan;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.EnoughFindings;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.file.FaultyRuleFile;
import kz.sheshim.finding.file.MissingSheet;
import kz.sheshim.finding.file.TableInNotes;
import kz.sheshim.finding.file.TooLarge;
import kz.sheshim.finding.file.UnknownSheet;
import kz.sheshim.finding.file.UnreadableFile;
import kz.sheshim.finding.name.ContestedField;
import kz.sheshim.finding.name.Duplicate;
import kz.sheshim.finding.name.FieldNeverSet;
import kz.sheshim.finding.table.CyclicTables;
import kz.sheshim.finding.table.NothingDecides;
import kz.sheshim.policy.Calendar;
import kz.sheshim.policy.CanonicalForm;
import kz.sheshim.policy.Catalogue;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.Policy;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.ReceiptForms;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.ConclusionKind;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Nearest;
import kz.sheshim.vocabulary.Vocabulary;
import kz.sheshim.workbook.Allowance;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.Limits;
import kz.sheshim.workbook.Sheet;

/** Makes a ruleset of a policy's files, or says everything that is wrong with them. */
public final class RulesetReader {
    public static final String WORKBOOK_FOLDER = "decision-tables";
    public static final String RULE_FOLDER = "rules";

    static final String NOTES = "Notes";
    private static final List<String> NAMES = List.of(
            "Policy",
            "Entities",
            "Fields",
            "Codes",
            "Acts",
            "Grounds",
            "Outcomes",
            "Notices",
            "Actions",
            "Calendar",
            "Days off",
            "Working days");

    private final WorkbookReader workbooks;
    private final RuleNames names;
    private final Limits limits;

    public RulesetReader(WorkbookReader workbooks, RuleNames names) {
        this(workbooks, names, Limits.USUAL);
    }

    public RulesetReader(WorkbookReader workbooks, RuleNames names, Limits limits) {
        this.workbooks = workbooks;
        this.names = names;
        this.limits = limits;
    }

    /**
     * @throws FaultyRuleset with all findings, if one of them is an error
     */
    public Ruleset read(List<PolicyFile> files) throws FaultyRuleset {
        List<Finding> findings = new ArrayList<>();
        Optional<Ruleset> ruleset = read(files, findings::add);
        if (ruleset.isEmpty()
                || findings.stream().anyMatch(finding -> finding.defect().severity() == Severity.ERROR)) {
            throw new FaultyRuleset(findings);
        }
        return ruleset.get();
    }

    /** The ruleset as far as it could be read; it can only be used when none of the findings is an error. */
    public Optional<Ruleset> read(List<PolicyFile> files, Consumer<Finding> findings) {
        return read(files, findings, scenarios -> {});
    }

    /**
     * The same, with the sheets of scenarios, which are no part of the ruleset: what is wrong with their cells does not keep it from being used.
     */
    public Optional<Ruleset> read(
            List<PolicyFile> files, Consumer<Finding> findings, Consumer<ScenarioSheet> scenarios) {
        try {
            return read(files, new FollowUps(findings), scenarios);
        } catch (EnoughFindings e) {
            return Optional.empty();
        }
    }

    private Optional<Ruleset> read(List<PolicyFile> files, FollowUps findings, Consumer<ScenarioSheet> scenarios) {
        Map<String, List<Sheet>> named = new LinkedHashMap<>();
        List<Sheet> tableSheets = new ArrayList<>();
        Map<String, String> ruleFiles = new TreeMap<>();
        Allowance allowance = limits.allowance();
        for (PolicyFile file :
                files.stream().sorted(Comparator.comparing(PolicyFile::path)).toList()) {
            String name = file.path().substring(file.path().lastIndexOf('/') + 1);
            String folder = file.path().substring(0, file.path().indexOf('/') + 1);
            String ending = folder.equals(RULE_FOLDER + "/") ? ".drl" : ".xlsx";
            Defect unread = file.unread();
            if (!name.endsWith(ending)) {
                findings.accept(Finding.at(
                        CellAddress.ofFile(file.path()),
                        new UnreadableFile("only files ending in " + ending + " are")));
            } else if (unread != null) {
                findings.accept(Finding.at(CellAddress.ofFile(ending.equals(".drl") ? file.path() : name), unread));
            } else if (ending.equals(".drl")) {
                text(file, findings).ifPresent(text -> ruleFiles.put(name, text));
            } else {
                List<Finding> inCells = new ArrayList<>();
                List<Sheet> sheets = workbooks.read(name, file.bytes(), allowance, inCells::add);
                ScenarioSheet.in(sheets, inCells).forEach(scenarios);
                inCells.forEach(finding -> unlessInNotes(finding, findings));
                for (Sheet sheet : sheets) {
                    sort(sheet, named, tableSheets, findings);
                }
            }
        }
        findings.know(named);
        List<String> missing =
                NAMES.stream().filter(name -> !named.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            findings.accept(Finding.at(
                    CellAddress.ofFile(WORKBOOK_FOLDER), new MissingSheet(missing, "no application can be decided")));
        }
        SheetsByName sheets = new SheetsByName(named, WORKBOOK_FOLDER, findings);
        Catalogue catalogue = new CatalogueReader(sheets, findings).read();
        Vocabulary vocabulary = new VocabularyReader(sheets, names, findings).read(catalogue);
        Policy policy = PolicyReader.policy(sheets, vocabulary);
        ReceiptForms receipts = new ReceiptReader(sheets, vocabulary, catalogue).read();
        Calendar calendar = new CalendarReader(sheets).read();
        List<DecisionTable> tables = tables(tableSheets, vocabulary, catalogue, policy, findings);
        tableSheets.forEach(findings::knowTable);
        fieldsAreGivenOnce(vocabulary, tables, named, findings);
        if (tables.stream().noneMatch(table -> table.gives() == ConclusionKind.GROUND)) {
            findings.accept(Finding.at(CellAddress.ofFile(WORKBOOK_FOLDER), new NothingDecides()));
        }
        try {
            new Plan(vocabulary, tables);
            if (calendar == null) {
                return Optional.empty();
            }
            if (findings.clean()) {
                new Unused(named, findings).find(vocabulary, tables);
            }
            CanonicalForm meaning =
                    CanonicalForm.of(policy, vocabulary, catalogue, tables, calendar, ruleFiles, receipts);
            return Optional.of(new Ruleset(
                    policy, vocabulary, catalogue, tables, calendar, ruleFiles, receipts, meaning, meaning.revision()));
        } catch (Plan.Cycle cycle) {
            CellAddress place = cycle.steps().stream()
                    .filter(step -> step instanceof Plan.Step.Evaluate)
                    .map(step -> ((Plan.Step.Evaluate) step).table().address())
                    .findFirst()
                    .orElse(CellAddress.ofFile(WORKBOOK_FOLDER));
            findings.accept(Finding.at(
                    place,
                    new CyclicTables(
                            cycle.steps().stream().map(Object::toString).toList())));
            return Optional.empty();
        }
    }

    private static void unlessInNotes(Finding finding, Consumer<Finding> findings) {
        String sheet = finding.address().sheet();
        if (sheet == null || !sheet.startsWith(NOTES)) {
            findings.accept(finding);
        }
    }

    private static Optional<String> text(PolicyFile file, Consumer<Finding> findings) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.bytes()))
                    .toString());
        } catch (CharacterCodingException e) {
            findings.accept(Finding.at(CellAddress.ofFile(file.path()), new FaultyRuleFile("it is not UTF-8 text")));
            return Optional.empty();
        }
    }

    private static void sort(
            Sheet sheet, Map<String, List<Sheet>> named, List<Sheet> tables, Consumer<Finding> findings) {
        boolean table = sheet.row(0).text(0).equals("Table");
        if (sheet.name().startsWith(NOTES)) {
            if (table || ScenarioSheet.isOne(sheet)) {
                findings.accept(Finding.at(sheet.address(), new TableInNotes()));
            }
        } else if (table) {
            tables.add(sheet);
        } else if (ScenarioSheet.isOne(sheet)) {
            return;
        } else if (NAMES.contains(sheet.name()) || ReceiptReader.SHEETS.contains(sheet.name())) {
            named.computeIfAbsent(sheet.name(), name -> new ArrayList<>()).add(sheet);
        } else {
            findings.accept(Finding.at(
                    sheet.address(),
                    new UnknownSheet(Nearest.to(
                                    sheet.name(),
                                    Stream.concat(NAMES.stream(), ReceiptReader.SHEETS.stream())
                                            .toList())
                            .orElse(null))));
        }
    }

    private List<DecisionTable> tables(
            List<Sheet> sheets, Vocabulary vocabulary, Catalogue catalogue, Policy policy, Consumer<Finding> findings) {
        Map<String, CellAddress> ids = new HashMap<>();
        List<DecisionTable> tables = new ArrayList<>();
        for (Sheet sheet : sheets) {
            TableReader reader = new TableReader(sheet, vocabulary, catalogue, findings);
            Optional<DecisionTable> table = reader.read(policy);
            CellAddress first = ids.putIfAbsent(reader.id(), reader.idAddress());
            if (first != null && !reader.id().isEmpty()) {
                findings.accept(Finding.at(reader.idAddress(), new Duplicate("table", reader.id(), first)));
            } else {
                table.ifPresent(tables::add);
            }
        }
        int rules = tables.stream().mapToInt(table -> table.rules().size()).sum();
        if (rules > limits.rules()) {
            findings.accept(Finding.at(
                    CellAddress.ofFile(WORKBOOK_FOLDER),
                    new TooLarge("the tables have more than " + limits.rules() + " rules together", "max-rules")));
        }
        tables.sort(Comparator.comparing(DecisionTable::id));
        return tables;
    }

    private static void fieldsAreGivenOnce(
            Vocabulary vocabulary, List<DecisionTable> tables, Map<String, List<Sheet>> named, FollowUps findings) {
        Map<FieldPath, DecisionTable> givers = new HashMap<>();
        for (DecisionTable table : tables) {
            for (FieldPath field : table.givenFields()) {
                DecisionTable other = givers.putIfAbsent(field, table);
                if (other != null) {
                    findings.accept(Finding.at(
                            table.address(), new ContestedField("table " + other.id() + " (" + other.address() + ")")));
                }
            }
        }
        List<Sheet> sheets = named.getOrDefault("Fields", List.of());
        for (Sheet sheet : sheets) {
            for (HeadedSheet.Line line : new HeadedSheet(sheet, List.of(), finding -> {}).lines()) {
                FieldPath.parse(line.optional("Field"))
                        .flatMap(vocabulary::field)
                        .filter(field -> field.derived()
                                && field.derivedFrom().isEmpty()
                                && !givers.containsKey(field.path())
                                && !findings.faulty(field.path().toString()))
                        .ifPresent(field -> findings.accept(Finding.at(line.address("Field"), new FieldNeverSet())));
            }
        }
    }
}
