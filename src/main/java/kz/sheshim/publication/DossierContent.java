package kz.sheshim.publication;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import kz.sheshim.bulk.Impact;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.finding.Finding;
import kz.sheshim.scenario.MutationScore;
import kz.sheshim.scenario.ScenarioRun;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * What a dossier says. The names of its members stand here and in the types of its parts, which also write them. The members are kept as they were stored:
 * those of earlier versions of the service say less, and are told as they are.
 */
public final class DossierContent {
    /** Minimum number of applications whose counts are told to whoever may not read them. */
    static final int MIN_DECIDED = 10;

    private static final String FINDINGS = "findings";
    private static final String SCENARIOS = "scenarios";
    private static final String CHANGES = "changes";

    /** The time zone of the law. */
    private static final String ZONE = "zone";

    /** All rows that change the law. A reader sees those of them that are retroactive. */
    private static final String CHANGED_ROWS = "changedRows";

    private static final String RETROACTIVE = "retroactive";

    /** The last entry of the record which the effect knows. */
    private static final String LAST_ENTRY = "lastEntry";

    private static final String IMPACT = "impact";

    private final Map<String, Object> members;

    private DossierContent(Map<String, Object> members) {
        this.members = members;
    }

    /** @param json the members as they were read; nothing unless it is an object */
    public static DossierContent of(@Nullable Object json) {
        Map<String, Object> members = new LinkedHashMap<>();
        JsonMembers.of(json).members().forEach((name, value) -> members.put(name.toString(), value));
        return new DossierContent(members);
    }

    /** All that it says. */
    public static DossierContent of(Dossier dossier, JsonParser parser) {
        return of(
                parser.parse(dossier.content().getBytes(StandardCharsets.UTF_8)).value());
    }

    /**
     * What it says today to a reader. Whoever may not read applications does not see which decisions are concerned, nor an effect on fewer than ten of them.
     *
     * <p>This keeps counts from telling of a single application by one look. It does not prevent what somebody finds out from several looks: two dossiers whose
     * days or outcomes differ, or one before and one after another application is recorded, differ by what became of the applications in between. Nor does it
     * withhold the effect on a fine selection that somebody ordered who may read applications.
     *
     * @param readsDecisions whether the reader may read all applications
     */
    public DossierContent forReader(Draft draft, Instant now, boolean readsDecisions) {
        Map<String, Object> seen = new LinkedHashMap<>(members);
        if (!readsDecisions) {
            effect().ifPresent(effect -> seen.put(IMPACT, effect.withoutDecisions(MIN_DECIDED)));
        }
        // Time goes by between the making of the dossier and the moment of the draft. One of an earlier version of the
        // service says only what it was then
        if (seen.remove(CHANGED_ROWS) instanceof List<?> rows) {
            Instant moment = Objects.requireNonNullElse(draft.due(), now);
            LocalDate day = LocalDate.ofInstant(moment, ZoneId.of(String.valueOf(members.get(ZONE))));
            seen.put(
                    RETROACTIVE,
                    rows.stream()
                            .filter(row -> ChangedRow.of(JsonMembers.of(row)).isRetroactiveOn(day))
                            .toList());
        }
        return new DossierContent(seen);
    }

    /** As a map, for JSON. */
    public Map<String, Object> json() {
        return new LinkedHashMap<>(members);
    }

    private JsonMembers said() {
        return new JsonMembers(members);
    }

    public List<ToldFinding> findings() {
        return said().objects(FINDINGS).map(ToldFinding::of).toList();
    }

    /** Empty if the draft could not be decided by. */
    public Optional<ScenarioCounts> scenarios() {
        return said().object(SCENARIOS).map(ScenarioCounts::of);
    }

    public List<ToldChange> changes() {
        return said().objects(CHANGES).map(ToldChange::of).toList();
    }

    /** The rows that change the law of days that have passed. */
    public List<ChangedRow> retroactive() {
        return said().objects(RETROACTIVE).map(ChangedRow::of).toList();
    }

    /** The last entry of the record which the effect knows; empty: it has no effect, or is of an earlier version. */
    public OptionalLong lastEntry() {
        return members.containsKey(LAST_ENTRY) ? OptionalLong.of(said().number(LAST_ENTRY)) : OptionalLong.empty();
    }

    /** Empty if the draft cannot decide. */
    public Optional<DossierEffect> effect() {
        return said().object(IMPACT).map(DossierEffect::new);
    }

    /** Writes what a dossier says, part by part. */
    static final class Writer {
        private final Map<String, Object> content = new LinkedHashMap<>();
        private final Map<String, Object> scenarios = new LinkedHashMap<>();

        /** In place of those that were written before. */
        void findings(List<Finding> findings) {
            content.put(FINDINGS, findings.stream().map(ToldFinding::json).toList());
        }

        void scenarios(ScenarioRun run) {
            scenarios.putAll(ScenarioCounts.json(run));
            content.put(SCENARIOS, scenarios);
        }

        void mistakes(MutationScore score) {
            scenarios.putAll(ScenarioCounts.json(score));
        }

        void scenariosOfBase(ScenarioRun run) {
            scenarios.putAll(ScenarioCounts.jsonOfBase(run));
        }

        void changes(Changes changes, List<ChangedRow> rows, ZoneId zone) {
            content.put(CHANGES, changes.json());
            content.put(ZONE, zone.getId());
            content.put(CHANGED_ROWS, rows.stream().map(ChangedRow::json).toList());
        }

        void effect(Impact impact, Selection selection, long lastEntry) {
            content.put(LAST_ENTRY, lastEntry);
            content.put(IMPACT, DossierEffect.json(impact, selection));
        }

        void noEffect(Phrase why) {
            content.put(IMPACT, DossierEffect.json(why));
        }

        String write(Function<Object, String> json) {
            return json.apply(content);
        }
    }
}
