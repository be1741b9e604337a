package kz.sheshim.adapter.panache;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

/**
 * The decisions that dossiers list, in the table {@code dossier_decision}: with the case file of a decision its place in every dossier is erased. In the content
 * of a dossier the list is empty.
 */
record ListedDecisions(EntityManager database) {
    private static final String IMPACT = "impact";
    private static final String DECISIONS = "decisions";

    /** Waits for erasures, and lets none begin before the end of the transaction. */
    private static final String WITHOUT_ERASURES =
            "SELECT CAST(pg_advisory_xact_lock(hashtext('kz.sheshim.erasure')) AS text)";

    private static final String REMOVE = "DELETE FROM dossier_decision WHERE draft = :draft AND version = :version";
    private static final String ADD =
            """
            INSERT INTO dossier_decision (draft, version, place, decision, change)
            SELECT :draft, :version, place, decision, change
            FROM (SELECT place, CAST(each ->> 'decision' AS uuid) AS decision, CAST(each AS text) AS change
                FROM json_array_elements(CAST(:decisions AS json)) WITH ORDINALITY AS listed (each, place)) AS listed
            WHERE EXISTS (SELECT FROM log_entry JOIN case_file USING (entry) WHERE log_entry.decision = listed.decision)
            """;
    private static final String ALL =
            """
            SELECT coalesce('[' || string_agg(change, ',' ORDER BY place) || ']', '[]')
            FROM dossier_decision WHERE draft = :draft AND version = :version
            """;

    void awaitErasures() {
        database.createNativeQuery(WITHOUT_ERASURES, String.class).getResultList();
    }

    /** Moves the list from the content of a dossier into the table. A decision whose case file is erased is left out. */
    void moveFrom(DossierEntity dossier) {
        of(dossier, database.createNativeQuery(REMOVE)).executeUpdate();
        JsonObject content = new JsonObject(dossier.content);
        JsonObject impact = content.getJsonObject(IMPACT);
        JsonArray decisions = impact == null ? null : impact.getJsonArray(DECISIONS);
        if (impact != null && decisions != null) {
            impact.put(DECISIONS, new JsonArray());
            dossier.content = content.encode();
            of(dossier, database.createNativeQuery(ADD))
                    .setParameter(DECISIONS, decisions.encode())
                    .executeUpdate();
        }
    }

    /** The content of a dossier with its list. */
    String contentOf(DossierEntity dossier) {
        JsonObject content = new JsonObject(dossier.content);
        JsonObject impact = content.getJsonObject(IMPACT);
        if (impact == null || !impact.containsKey(DECISIONS)) {
            return dossier.content;
        }
        Object list = of(dossier, database.createNativeQuery(ALL, String.class)).getSingleResult();
        impact.put(DECISIONS, new JsonArray(list.toString()));
        return content.encode();
    }

    private static Query of(DossierEntity dossier, Query query) {
        return query.setParameter("draft", dossier.draft).setParameter("version", dossier.version);
    }
}
