package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.sheshim.finding.EnoughFindings;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.file.MissingSheet;
import kz.sheshim.finding.table.CyclicTables;
import kz.sheshim.policy.Calendar;
import kz.sheshim.policy.CanonicalForm;
import kz.sheshim.policy.Catalogue;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.Plan;
import kz.sheshim.policy.Policy;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.ReceiptForms;
import kz.sheshim.policy.Retention;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.vocabulary.Derivation;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.vocabulary.Vocabulary;
import kz.sheshim.workbook.Address;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.FileAddress;
import kz.sheshim.workbook.Limits;

/** Makes a ruleset of a policy's files, or says everything that is wrong with them. */
public final class RulesetReader {
    public static final String WORKBOOK_FOLDER = "decision-tables";
    public static final String RULE_FOLDER = "rules";

    private final WorkbookReader workbooks;
    private final RuleNames names;
    private final ScenarioCheck scenarioCheck;
    private final Limits limits;

    public RulesetReader(WorkbookReader workbooks, RuleNames names) {
        this(workbooks, names, Limits.USUAL);
    }

    public RulesetReader(WorkbookReader workbooks, RuleNames names, Limits limits) {
        this(workbooks, names, ScenarioCheck.NONE, limits);
    }

    /** @param scenarioCheck asked when the sheets of scenarios are wanted: their cells may show that one of the vocabulary is wrong */
    public RulesetReader(WorkbookReader workbooks, RuleNames names, ScenarioCheck scenarioCheck, Limits limits) {
        this.scenarioCheck = scenarioCheck;
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
        return read(files, findings, scenarios -> {}, ScenarioCheck.NONE);
    }

    /**
     * The same, with the sheets of scenarios, which are no part of the ruleset: what is wrong with their cells does not keep it from being used. They are left out
     * when names are missing, for then nothing can be said about their cells.
     */
    public Optional<Ruleset> read(
            List<PolicyFile> files, Consumer<Finding> findings, Consumer<ScenarioSheet> scenarios) {
        return read(files, findings, scenarios, scenarioCheck);
    }

    private Optional<Ruleset> read(
            List<PolicyFile> files,
            Consumer<Finding> findings,
            Consumer<ScenarioSheet> scenarios,
            ScenarioCheck check) {
        List<Finding> ofFiles = new ArrayList<>();
        try {
            SortedFiles sorted =
                    SortedFiles.of(files, workbooks, limits.allowance(), new BoundedFindings(ofFiles::add));
            PolicyReading reading = new CauseFinder(this::ruleset, ofFiles, check).read(sorted);
            reading.findings().forEach(findings);
            reading.scenarios().forEach(scenarios);
            return reading.ruleset();
        } catch (EnoughFindings e) {
            ofFiles.forEach(findings);
            return Optional.empty();
        }
    }

    private Optional<Ruleset> ruleset(SortedFiles files, Consumer<Finding> findings) {
        if (!files.missing().isEmpty()) {
            findings.accept(Finding.at(
                    new FileAddress(WORKBOOK_FOLDER),
                    new MissingSheet(files.missing(), Phrase.of("no application can be decided"))));
        }
        SheetsByName sheets = new SheetsByName(
                files.named(), WORKBOOK_FOLDER, LanguagesReader.read(files.named(), findings), findings);
        new TextsInOtherLanguages(sheets).find(findings);
        Catalogue catalogue = new CatalogueReader(sheets, findings).read();
        NamedRules named = NamedRules.of(files.ruleFiles(), names, findings);
        Calendar calendar = new CalendarReader(sheets).read();
        boolean zoned = calendar == null || calendar.zone().isPresent();
        Vocabulary vocabulary = new VocabularyReader(sheets, names, zoned, findings).read(catalogue, named);
        Policy policy = PolicyReader.policy(sheets, vocabulary);
        ReceiptForms receipts = new ReceiptReader(sheets, vocabulary, catalogue).read();
        Retention retention = RetentionReader.read(sheets, catalogue);
        List<DecisionTable> tables =
                new TablesReader(policy, vocabulary, catalogue, findings).read(files.tables(), limits.rules());
        new GivenFields(sheets, findings).check(vocabulary, tables);
        boolean known = Stream.of(policy.datedBy(), policy.reference())
                .allMatch(path -> vocabulary.field(path).isPresent());
        if (!canBeOrdered(vocabulary, tables, findings) || calendar == null || !known) {
            return Optional.empty();
        }
        new Unused(sheets, findings).find(vocabulary, tables, retention);
        new Unprinted(sheets, receipts, findings).find(catalogue, tables);
        named.findUnused(vocabulary, tables);
        CanonicalForm meaning = CanonicalForm.of(
                policy, vocabulary, catalogue, tables, calendar, files.ruleFiles(), receipts, retention);
        return Optional.of(new Ruleset(
                policy,
                vocabulary,
                catalogue,
                tables,
                calendar,
                files.ruleFiles(),
                receipts,
                retention,
                meaning,
                meaning.revision(),
                derivations(files, vocabulary)));
    }

    private static Map<FieldPath, CellAddress> derivations(SortedFiles files, Vocabulary vocabulary) {
        Map<FieldPath, CellAddress> cells = new HashMap<>();
        for (HeadedSheet.Line line : SheetsByName.silent(files.named()).silentLines("Fields")) {
            FieldPath.parse(line.optional("Field"))
                    .flatMap(vocabulary::field)
                    .filter(field -> field.derivation() instanceof Derivation.Computed)
                    .ifPresent(field -> cells.put(field.path(), line.address(DerivationReader.COLUMN)));
        }
        return cells;
    }

    private static boolean canBeOrdered(Vocabulary vocabulary, List<DecisionTable> tables, Consumer<Finding> findings) {
        try {
            new Plan(vocabulary, tables);
            return true;
        } catch (Plan.Cycle cycle) {
            Address place = cycle.steps().stream()
                    .flatMap(step -> step.evaluated().stream())
                    .<Address>map(DecisionTable::address)
                    .findFirst()
                    .orElse(new FileAddress(WORKBOOK_FOLDER));
            findings.accept(Finding.at(
                    place,
                    new CyclicTables(
                            cycle.steps().stream().map(Object::toString).toList())));
            return false;
        }
    }
}
