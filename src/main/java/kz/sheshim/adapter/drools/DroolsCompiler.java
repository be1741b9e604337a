package kz.sheshim.adapter.drools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import kz.sheshim.engine.RuleBase;
import kz.sheshim.engine.RuleCompiler;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.file.FaultyRuleFile;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.FileAddress;
import kz.sheshim.workbook.LineAddress;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.definition.KiePackage;
import org.kie.api.definition.rule.Rule;

/**
 * Compiles rulesets. Each compilation has a release id and a class loader of its own: rule bases that are compiled at the same time under one release id can
 * mix (KIE issue 6617).
 */
public final class DroolsCompiler implements RuleCompiler {
    private static final AtomicLong COMPILATIONS = new AtomicLong();
    private static final String ROOT = "src/main/resources/sheshim/rules/";
    private static final String RULE_FILE = "rulefile-";

    @Override
    public String engine() {
        return "drools " + KieServices.class.getPackage().getImplementationVersion();
    }

    @Override
    public String text(Ruleset ruleset, DecisionTable table) {
        return new RowRules(ruleset, new FactLayout(ruleset.vocabulary())).text(table);
    }

    private final ClassesForRules.Unknown unknown = new ClassesForRules.Unknown();

    @Override
    public RuleBase compile(Ruleset ruleset) throws FaultyRuleset {
        FactLayout layout = new FactLayout(ruleset.vocabulary());
        RowRules rows = new RowRules(ruleset, layout);
        return new DroolsRuleBase(compile(ruleset, rows), layout, rows, places(ruleset));
    }

    private CompiledRules compile(Ruleset ruleset, RowRules rows) throws FaultyRuleset {
        if (!"i".toUpperCase(Locale.getDefault()).equals("I")) {
            throw new IllegalStateException(
                    "Drools names accessors by the default locale, and in "
                            + Locale.getDefault().toLanguageTag()
                            + " the capital of i is not I. Call Locale.setDefault(Locale.ROOT) first, or start Java with -Duser.language=en.");
        }
        KieServices services = KieServices.Factory.get();
        ReleaseId release = services.newReleaseId(
                "kz.sheshim.revision",
                ruleset.revision().value().substring("sha256:".length()),
                Long.toString(COMPILATIONS.incrementAndGet()));
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        files.write(ROOT + "vocabulary.drl", DeclaredTypes.drl(ruleset.vocabulary()));
        files.write(ROOT + "tables.drl", rows.drl());
        ruleset.ruleFiles().forEach((name, text) -> files.write(ROOT + RULE_FILE + name, text));
        ClassLoader loader = new ClassesForRules(DroolsCompiler.class.getClassLoader(), unknown);
        KieBuilder builder = services.newKieBuilder(files, loader).buildAll();
        List<Finding> findings = new ArrayList<>();
        List<Message> ours = new ArrayList<>();
        sort(builder.getResults().getMessages(Message.Level.ERROR), findings, ours);
        if (findings.isEmpty()) {
            findings.addAll(declaredAnew(ruleset));
        }
        if (!findings.isEmpty() || !ours.isEmpty()) {
            services.getRepository().removeKieModule(release);
            if (findings.isEmpty()) {
                throw new IllegalStateException("a generated rule does not compile: " + ours);
            }
            throw new FaultyRuleset(findings);
        }
        CompiledRules rules = new CompiledRules(services, release, services.newKieContainer(release, loader));
        List<Finding> misplaced = misplaced(ruleset, rules.base(), rows);
        if (!misplaced.isEmpty()) {
            rules.close();
            throw new FaultyRuleset(misplaced);
        }
        return rules;
    }

    /** Tells the messages about rule files from those about what we wrote, which may only follow from the former. */
    private static void sort(List<Message> messages, List<Finding> findings, List<Message> ours) {
        for (Message message : messages) {
            String path = message.getPath() == null ? "" : message.getPath();
            String file = path.substring(path.lastIndexOf('/') + 1);
            if (!file.startsWith(RULE_FILE) && !path.isEmpty()) {
                ours.add(message);
            } else {
                findings.add(Finding.at(
                        line(file.replaceFirst(RULE_FILE, ""), message.getLine()),
                        new FaultyRuleFile(Phrase.of(
                                "{0}", message.getText().lines().findFirst().orElse("") + "."))));
            }
        }
    }

    /** Drools takes now the one and now the other of two declarations of a type, without a word. */
    private static List<Finding> declaredAnew(Ruleset ruleset) {
        Set<String> types =
                ruleset.vocabulary().entities().stream().map(Entity::type).collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>();
        ruleset.ruleFiles().forEach((name, text) -> parsed(name, text).getTypeDeclarations().stream()
                .filter(type -> types.contains(type.getTypeName()))
                .forEach(type -> findings.add(Finding.at(
                        line(name, type.getLine()),
                        new FaultyRuleFile(Phrase.of(
                                "the type {0} is declared by the vocabulary and cannot be declared anew.",
                                type.getTypeName()))))));
        return findings;
    }

    /** Where the rules of rule files begin, by their names. */
    private static Map<String, LineAddress> places(Ruleset ruleset) {
        Map<String, LineAddress> places = new HashMap<>();
        ruleset.ruleFiles().forEach((name, text) -> parsed(name, text)
                .getRules()
                .forEach(rule -> places.put(rule.getName(), line(name, rule.getLine()))));
        return places;
    }

    private static PackageDescr parsed(String name, String text) {
        try {
            PackageDescr parsed = new DrlParser().parse(false, text);
            return parsed == null ? new PackageDescr() : parsed;
        } catch (DroolsParserException e) {
            throw new IllegalStateException("compiled, but not parsed: " + name, e);
        }
    }

    private static LineAddress line(String ruleFile, int line) {
        return new LineAddress(RulesetReader.RULE_FOLDER + "/" + ruleFile, line);
    }

    /** Every rule of a shape is there, every other rule says which derived field it gives, and each of these fields has one. */
    private static List<Finding> misplaced(Ruleset ruleset, KieBase base, RowRules rows) {
        Set<String> missing =
                rows.shapes().stream().map(RowRules.ShapeRule::name).collect(Collectors.toSet());
        Set<String> unasked = new TreeSet<>();
        ruleset.vocabulary().fields().stream().filter(Field::byRules).forEach(field -> unasked.add(field.ruleGroup()));
        List<Finding> findings = new ArrayList<>();
        for (KiePackage each : base.getKiePackages()) {
            for (Rule rule : each.getRules()) {
                String group = BorrowedDrools.group(rule);
                unasked.remove(group);
                if (!missing.remove(rule.getName()) && !derives(ruleset, group)) {
                    findings.add(fault(Phrase.of(
                            "the rule \"{0}\" has the ruleflow-group \"{1}\", which is not a field with Derived from in the vocabulary, and it has no @reads, so it would never be asked.",
                            rule.getName(), group)));
                }
            }
        }
        unasked.forEach(field -> findings.add(fault(Phrase.of(
                "no rule has the ruleflow-group \"{0}\", although the vocabulary says by Derived from that rules give this field, so it would always be absent.",
                field))));
        if (!missing.isEmpty() && findings.isEmpty()) {
            throw new IllegalStateException("these rules of tables were not compiled: " + missing);
        }
        return findings;
    }

    private static Finding fault(Phrase reason) {
        return Finding.at(new FileAddress(RulesetReader.RULE_FOLDER), new FaultyRuleFile(reason));
    }

    private static boolean derives(Ruleset ruleset, String group) {
        return ruleset.vocabulary().fields().stream()
                .anyMatch(field -> field.byRules() && field.ruleGroup().equals(group));
    }
}
