package kz.sheshim.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.sheshim.access.Submitter;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.adapter.json.JacksonWriter;
import kz.sheshim.policy.Revision;
import kz.sheshim.workbook.SheetAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DossierContentTest {
    private static final Revision BASE = new Revision("sha256:" + "a".repeat(64));
    private static final Instant MADE = Instant.parse("2026-11-20T05:00:00Z");

    private static Map<String, Object> content(String json, @Nullable Instant due, String now) {
        return DossierContent.of(new Dossier(1, BASE, MADE, "maker", 0, json), new JacksonParser())
                .forReader(draft(due), Instant.parse(now), false)
                .json();
    }

    private static Draft draft(@Nullable Instant due) {
        return new Draft(
                new DraftId(new UUID(1, 1)),
                "title",
                MADE,
                BASE,
                due == null ? Draft.State.PROPOSED : Draft.State.APPROVED,
                List.of(new Draft.Version(1, new Submitter("aigul"), MADE, BASE, 0, false)),
                List.of(),
                due,
                null);
    }

    private static List<?> retroactive(@Nullable Instant due, String now) {
        return (List<?>) content(
                        """
                        {"zone": "Asia/Almaty", "changedRows": [
                          {"table": "t", "rule": "always"},
                          {"table": "t", "rule": "next-week", "since": "2026-11-27"}]}""",
                        due,
                        now)
                .get("retroactive");
    }

    @Test
    void rowIsRetroactiveOnceItsFirstDayHasPassed() {
        assertThat(retroactive(null, "2026-11-20T05:00:00Z")).hasSize(1);
        assertThat(retroactive(null, "2026-11-27T18:59:00Z"))
                .as("its first day")
                .hasSize(1);
        assertThat(retroactive(null, "2026-11-27T19:01:00Z"))
                .as("the day after, in Almaty")
                .hasSize(2);
    }

    @Test
    void momentOfTheDraftCountsIfItHasOne() {
        assertThat(retroactive(Instant.parse("2026-12-04T00:00:00Z"), "2026-11-20T05:00:00Z"))
                .hasSize(2);
        assertThat(retroactive(Instant.parse("2026-11-21T00:00:00Z"), "2027-11-20T05:00:00Z"))
                .hasSize(1);
    }

    @Test
    void dossierOfAnEarlierVersionSaysWhatItSaid() {
        assertThat(content("{\"retroactive\": [{\"table\": \"t\", \"rule\": \"r\"}]}", null, "2026-11-20T05:00:00Z"))
                .containsOnlyKeys("retroactive");
    }

    /** Made by the service at 2e456ce7, before one class read and wrote dossiers. */
    private static DossierContent stored() throws IOException {
        String json = Files.readString(Path.of("src/test/resources/dossiers/2e456ce7.json"));
        return DossierContent.of(new Dossier(1, BASE, MADE, "maker", 0, json), new JacksonParser());
    }

    @Test
    void storedDossierIsReadAndKeptAsItIs() throws IOException {
        DossierContent content = stored();
        String json = Files.readString(Path.of("src/test/resources/dossiers/2e456ce7.json"));
        assertThat(JacksonWriter.write(content.json())).isEqualTo(json);
        assertThat(content.findings())
                .filteredOn(finding -> finding.code().equals("unexercised-rule"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.isError()).isFalse();
                    assertThat(finding.sheet()).isEqualTo(new SheetAddress("allowance.xlsx", "Income limits"));
                    assertThat(finding.within()).isEqualTo("A13");
                    assertThat(finding.message().toString()).isNotEmpty();
                });
        ScenarioCounts scenarios = content.scenarios().orElseThrow();
        assertThat(scenarios.total()).isEqualTo(16);
        assertThat(scenarios.after().rules()).isEqualTo(scenarios.before().rules() + 1);
        assertThat(scenarios.mistakes().made()).isPositive();
        assertThat(content.changes())
                .filteredOn(change -> change.meaning() != null)
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.meaning().table()).isEqualTo("income-limits");
                    assertThat(change.meaning().cases()).isNotEmpty();
                });
        assertThat(content.changes())
                .anySatisfy(change -> assertThat(change.after()).isEqualTo("640.8"));
        assertThat(content.lastEntry()).hasValue(24);
    }

    @Test
    void effectOfAStoredDossierIsRead() throws IOException {
        DossierEffect effect = stored().effect().orElseThrow();
        assertThat(effect.isCounted()).isTrue();
        assertThat(effect.failed()).isEmpty();
        assertThat(effect.decided()).isEqualTo(24);
        assertThat(effect.changed()).isEqualTo(effect.decisions().size()).isPositive();
        assertThat(effect.outcomes()).containsKey("rejected");
        assertThat(effect.rulesChanged()).containsOnlyKeys("income-limits/IL-4");
        assertThat(effect.selection().orElseThrow().newest()).isEqualTo(10L);
        assertThat(effect.decisions().get(0).before()).isEqualTo("rejected");
    }

    @Test
    void readerWhoMayNotReadApplicationsSeesCountsOfManyOnly() throws IOException {
        Draft draft = draft(null);
        DossierEffect many = stored().forReader(draft, MADE, false).effect().orElseThrow();
        assertThat(many.decided()).isEqualTo(24);
        assertThat(many.decisions()).isEmpty();
        DossierContent few = DossierContent.of(Map.of(
                "impact",
                Map.of("decided", 9, "changed", 2, "decisions", List.of(), "selection", Map.of("newest", 9))));
        assertThat(few.forReader(draft, MADE, false)
                        .effect()
                        .orElseThrow()
                        .json()
                        .keySet())
                .isEqualTo(Set.of("selection", "withheld"));
        assertThat(few.forReader(draft, MADE, true).json()).isEqualTo(few.json());
    }
}
