package kz.sheshim.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.sheshim.analysis.TableAnalysis;
import kz.sheshim.check.CalendarEndsSoon;
import kz.sheshim.check.Finding;
import kz.sheshim.check.Severity;
import kz.sheshim.decision.RuleBase;
import kz.sheshim.decision.RuleCompiler;
import kz.sheshim.ruleset.Calendar;
import kz.sheshim.ruleset.FaultyRuleset;
import kz.sheshim.ruleset.PolicyFile;
import kz.sheshim.ruleset.Ruleset;
import kz.sheshim.ruleset.RulesetReader;

/** Reads and compiles a policy's files without putting them in force, and tells everything that is wrong with them, also between the rules of a table. */
public final class PolicyCheck {

    /**
     * What came of it.
     *
     * @param ruleset empty when the files cannot be used
     * @param findings sorted by place
     */
    public record Result(Optional<Ruleset> ruleset, List<Finding> findings) {
        public Result {
            findings = findings.stream()
                    .sorted(Comparator.comparing(finding -> finding.address().order()))
                    .toList();
        }

        public boolean usable() {
            return findings.stream().noneMatch(finding -> finding.defect().severity() == Severity.ERROR);
        }
    }

    /** A calendar should be known for so many days from today. */
    private static final int CALENDAR_DAYS = 60;

    private final RulesetReader reader;
    private final RuleCompiler compiler;
    private final TableAnalysis analysis;
    private final Clock clock;

    public PolicyCheck(RulesetReader reader, RuleCompiler compiler, TableAnalysis analysis, Clock clock) {
        this.reader = reader;
        this.compiler = compiler;
        this.analysis = analysis;
        this.clock = clock;
    }

    /** Everything that is wrong. */
    public Result check(List<PolicyFile> files) {
        Result result = read(files);
        if (result.ruleset().isEmpty()) {
            return result;
        }
        List<Finding> findings = new ArrayList<>(result.findings());
        findings.addAll(analysis.of(result.ruleset().get()));
        calendarEnds(result.ruleset().get().calendar(), findings);
        return new Result(result.ruleset(), findings);
    }

    /** What keeps the files from being used; nothing is proved about the tables. */
    public Result read(List<PolicyFile> files) {
        List<Finding> findings = new ArrayList<>();
        Optional<Ruleset> ruleset = reader.read(files, findings::add);
        if (ruleset.isPresent() && new Result(ruleset, findings).usable()) {
            try (RuleBase compiled = compiler.compile(ruleset.get())) {
                return new Result(ruleset, findings);
            } catch (FaultyRuleset e) {
                findings.addAll(e.findings());
            }
        }
        return new Result(Optional.empty(), findings);
    }

    private void calendarEnds(Calendar calendar, List<Finding> findings) {
        LocalDate today = LocalDate.now(clock);
        if (calendar.knownUntil().isBefore(today.plusDays(CALENDAR_DAYS))) {
            findings.add(Finding.at(calendar.end(), new CalendarEndsSoon(calendar.knownUntil(), today)));
        }
    }
}
