package kz.sheshim.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.sheshim.access.Submitter;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.policy.Revision;
import kz.sheshim.publication.Dossier;
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.DraftId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DossierContentTest {
    private static final Revision BASE = new Revision("sha256:" + "a".repeat(64));
    private static final Instant MADE = Instant.parse("2026-11-20T05:00:00Z");

    private static Map<String, Object> content(String json, @Nullable Instant due, String now) {
        Draft draft = new Draft(
                new DraftId(new UUID(1, 1)),
                "title",
                MADE,
                BASE,
                due == null ? Draft.State.PROPOSED : Draft.State.APPROVED,
                List.of(new Draft.Version(1, new Submitter("aigul"), MADE, BASE, 0, false)),
                List.of(),
                due,
                null);
        return DossierContent.of(
                new Dossier(1, BASE, MADE, "maker", 0, json), draft, Instant.parse(now), new JacksonParser(), false);
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
}
