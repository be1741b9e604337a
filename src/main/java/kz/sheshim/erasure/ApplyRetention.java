package kz.sheshim.erasure;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import kz.sheshim.access.Submitter;
import kz.sheshim.erasure.CaseFiles.Kept;
import kz.sheshim.log.CaseErased;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.Order;
import kz.sheshim.policy.Retention;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.Ruleset;

/** Erases the case files whose time by the retention rules in force is over. */
public final class ApplyRetention {
    /** The basis of these erasures. It does not name the rule: the log is public, and the rule would tell the outcome. */
    public static final String BASIS = "retention";

    private static final int AT_ONCE = 200;

    private final CaseFiles cases;
    private final RepeatErasures list;
    private final Supplier<InForce> inForce;
    private final Clock clock;

    /**
     * The rules in force.
     *
     * @param zone the day of a decision is that of this time zone
     */
    public record InForce(Revision revision, Retention retention, ZoneId zone) {
        public static InForce of(Ruleset ruleset) {
            return new InForce(
                    ruleset.revision(),
                    ruleset.retention(),
                    ruleset.calendar().zone().orElse(ZoneOffset.UTC));
        }
    }

    public ApplyRetention(CaseFiles cases, RepeatErasures list, Supplier<InForce> inForce, Clock clock) {
        this.cases = cases;
        this.list = list;
        this.inForce = inForce;
        this.clock = clock;
    }

    /**
     * Erases what is over; each case file in a transaction of its own. What is held is kept.
     *
     * @param stopping whether to end before everything is done; asked often
     * @return the number of erased case files
     */
    public int run(BooleanSupplier stopping) {
        InForce rules = inForce.get();
        if (rules.retention().rules().isEmpty()) {
            return 0;
        }
        int erased = 0;
        EntryNumber after = null;
        while (!stopping.getAsBoolean()) {
            List<Kept> page = cases.kept(after, AT_ONCE);
            if (page.isEmpty() || page.stream().noneMatch(each -> mayBeOver(each, rules))) {
                break;
            }
            for (Kept each : page) {
                if (!stopping.getAsBoolean() && erase(each, rules)) {
                    erased++;
                }
            }
            after = page.get(page.size() - 1).entry();
            list.tryToFollow();
        }
        return erased;
    }

    /** Entries follow each other nearly in the order of time: when a whole page is younger than every rule, so is all that follows. */
    private boolean mayBeOver(Kept file, InForce rules) {
        return rules.retention().rules().values().stream().anyMatch(rule -> isOver(file, rule, rules.zone()));
    }

    private boolean isOver(Kept file, Retention.Rule rule, ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone)
                .isAfter(rule.lastDay(LocalDate.ofInstant(file.decidedAt(), zone)));
    }

    private boolean erase(Kept file, InForce rules) {
        Optional<Retention.Rule> rule = rules.retention().of(file.outcome());
        if (file.held() || rule.isEmpty() || !isOver(file, rule.get(), rules.zone())) {
            return false;
        }
        try {
            return cases.erase(
                            file.decision(),
                            new Order(BASIS, "", officer(file, rules)),
                            clock.instant().truncatedTo(ChronoUnit.MILLIS))
                    .isPresent();
        } catch (CaseErased | CaseHeld meanwhile) {
            return false;
        }
    }

    /** Who ordered it: the rule. Nobody else can have this name. */
    private static Submitter officer(Kept file, InForce rules) {
        return new Submitter("sheshim:retention of " + file.outcome() + ", " + rules.revision());
    }
}
