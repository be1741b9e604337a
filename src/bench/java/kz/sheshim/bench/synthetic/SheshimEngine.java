package kz.sheshim.bench.synthetic;

import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import kz.sheshim.PolicyTools;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.facts.ApplicationReader;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.Facts;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.verdict.Ground;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.workbook.Limits;

/** Sheshim, with the policy as workbooks: all of an answer, its order too, is said there. */
final class SheshimEngine implements Engine<Facts, Verdict> {
    private final DecidingPolicy policy;
    private final ApplicationReader reader;

    SheshimEngine() {
        try {
            URL folder = Objects.requireNonNull(SheshimEngine.class.getResource("/synthetic"));
            policy = PolicyTools.compiler(Limits.USUAL, null)
                    .compile(new FolderPolicySource(Path.of(folder.toURI())).files());
            reader = new ApplicationReader(new FactLayout(policy.ruleset().vocabulary()), 100);
        } catch (FaultyRuleset | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Facts take(Application application) {
        ApplicationReader.Reading reading = reader.read(Map.of(
                "application", said(application),
                "documents",
                        application.documents().stream()
                                .map(SheshimEngine::said)
                                .toList()));
        if (!reading.faults().isEmpty()) {
            throw new IllegalStateException(reading.faults().toString());
        }
        return reading.facts();
    }

    private static Map<String, Object> said(Application application) {
        return Map.ofEntries(
                Map.entry("reference", application.id()),
                Map.entry("filingDate", application.filingDate().toString()),
                Map.entry("service", code(application.service())),
                Map.entry("channel", code(application.channel())),
                Map.entry("category", code(application.category())),
                Map.entry("citizenship", application.citizenship().name()),
                Map.entry("age", BigDecimal.valueOf(application.age())),
                Map.entry("filedBy", code(application.filedBy())),
                Map.entry("script", code(application.script())),
                Map.entry("hasIdentityDocument", application.hasIdentityDocument()),
                Map.entry("consentGiven", application.consentGiven()),
                Map.entry("certifiedByHead", application.certifiedByHead()),
                Map.entry("previousIin", application.previousIin()));
    }

    private static Map<String, Object> said(Document document) {
        return Map.of(
                "kind", document.kind().name(),
                "validUntil", document.validUntil().toString(),
                "notarised", document.notarised(),
                "translated", document.translated());
    }

    /** Codes of words are kebab-case in workbooks: LEGAL_REPRESENTATIVE is legal-representative. */
    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Verdict decide(Facts said) {
        return policy.decide(said);
    }

    @Override
    public String line(Verdict verdict) {
        return action(verdict, "verdict-") + "|" + action(verdict, "queue-") + "|"
                + Objects.requireNonNull(verdict.term()).length() + "|"
                + verdict.grounds().stream()
                        .map(SheshimEngine::finding)
                        .sorted()
                        .collect(Collectors.joining(","));
    }

    private static String action(Verdict verdict, String sort) {
        List<String> actions =
                verdict.actions().stream().filter(code -> code.startsWith(sort)).toList();
        if (actions.size() != 1) {
            throw new IllegalStateException("one action " + sort + " expected: " + actions);
        }
        return actions.get(0).substring(sort.length()).toUpperCase(Locale.ROOT);
    }

    private static String finding(Ground ground) {
        return switch (ground.effect()) {
            case "incomplete" -> "MISSING:" + ground.subject();
            case "outdated" -> "EXPIRED:" + ground.subject();
            case "translation" -> "TRANSLATION:" + ground.code() + "/" + ground.subject();
            case "denial" -> "DENIAL:" + ground.code();
            default -> throw new IllegalStateException(ground.effect());
        };
    }
}
