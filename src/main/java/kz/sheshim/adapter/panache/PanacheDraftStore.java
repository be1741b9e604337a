package kz.sheshim.adapter.panache;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import kz.sheshim.log.LogUnavailable;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.publication.Dossier;
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.DraftId;
import kz.sheshim.publication.DraftStore;
import org.jspecify.annotations.Nullable;

/**
 * Drafts in the tables {@code draft}, {@code draft_version}, {@code draft_file}, {@code draft_step}, {@code dossier} and {@code dossier_decision}. They are in the
 * database of the decision log: when it fails, that is {@link LogUnavailable}.
 */
@ApplicationScoped
class PanacheDraftStore implements DraftStore, PanacheRepositoryBase<DraftEntity, UUID> {

    private static <T> T inTransaction(Supplier<T> work) {
        try {
            return QuarkusTransaction.requiringNew().call(work::get);
        } catch (RuntimeException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException) {
                    throw new LogUnavailable(cause);
                }
            }
            throw failed;
        }
    }

    /** Reads everything as it was at one moment: a draft is some rows, of which others may be changed meanwhile. */
    private <T> T inSnapshot(Supplier<T> work) {
        return inTransaction(() -> {
            getEntityManager()
                    .createNativeQuery("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
                    .executeUpdate();
            return work.get();
        });
    }

    @Override
    public Draft add(Draft draft, List<PolicyFile> files, UnaryOperator<Draft> change) {
        return inTransaction(() -> {
            DraftEntity entity = DraftEntity.of(draft);
            persist(entity);
            addFiles(draft, files);
            Draft changed = change.apply(draft);
            entity.take(changed); // an update of its own, of which the database tells
            return changed;
        });
    }

    private void addFiles(Draft draft, List<PolicyFile> files) {
        getEntityManager().flush();
        files.forEach(file -> getEntityManager()
                .persist(FileEntity.of(draft.id().value(), draft.newest().number(), file)));
    }

    @Override
    public Optional<Draft> find(DraftId id) {
        return inSnapshot(() -> findByIdOptional(id.value()).map(DraftEntity::draft));
    }

    @Override
    public List<Draft> list(@Nullable DraftId after, int limit) {
        return inSnapshot(() -> (after == null
                        ? findAll(Sort.descending("openedAt").and("id"))
                        : find(
                                "FROM DraftEntity d WHERE EXISTS (SELECT 1 FROM DraftEntity last WHERE last.id = ?1 AND"
                                        + " (d.openedAt < last.openedAt OR d.openedAt = last.openedAt AND d.id > last.id))"
                                        + " ORDER BY d.openedAt DESC, d.id",
                                after.value()))
                .page(0, limit).stream().map(DraftEntity::draft).toList());
    }

    @Override
    public List<Draft> inState(Set<Draft.State> states) {
        List<String> codes = states.stream().map(Draft.State::code).toList();
        return inSnapshot(() -> find("state in ?1", Sort.ascending("due").and("id"), codes).stream()
                .map(DraftEntity::draft)
                .toList());
    }

    @Override
    public List<Draft> unconfirmed() {
        String has = "EXISTS (SELECT 1 FROM StepEntity s WHERE s.key.draft = d AND s.kind = ?%d)";
        return inSnapshot(() -> find(
                        "FROM DraftEntity d WHERE d.state = ?1 AND " + has.formatted(2) + " AND NOT " + has.formatted(3)
                                + " ORDER BY d.entry",
                        Draft.State.IN_FORCE.code(),
                        Draft.Step.Kind.EMERGENCY.code(),
                        Draft.Step.Kind.CONFIRMATION.code())
                .stream()
                .map(DraftEntity::draft)
                .filter(Draft::isUnconfirmed) // an emergency may have been void, and the draft approved afterwards
                .toList());
    }

    @Override
    public Optional<Draft> change(DraftId id, UnaryOperator<Draft> change) {
        return change(id, change, List.of());
    }

    @Override
    public Optional<Draft> change(DraftId id, UnaryOperator<Draft> change, List<PolicyFile> filesOfNewVersion) {
        return inTransaction(() -> findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .map(entity -> {
                    Draft changed = change.apply(entity.draft());
                    entity.take(changed);
                    addFiles(changed, filesOfNewVersion);
                    return changed;
                }));
    }

    @Override
    public List<PolicyFile> files(DraftId id, int version) {
        return inSnapshot(() -> getEntityManager()
                .createQuery("FROM FileEntity WHERE draft = ?1 AND version = ?2 ORDER BY path", FileEntity.class)
                .setParameter(1, id.value())
                .setParameter(2, version)
                .getResultList()
                .stream()
                .map(FileEntity::file)
                .toList());
    }

    @Override
    public Optional<Dossier> dossier(DraftId id, int version) {
        return inSnapshot(() -> row(id, version)
                .map(dossier -> dossier.dossier(new ListedDecisions(getEntityManager()).contentOf(dossier))));
    }

    private Optional<DossierEntity> row(DraftId id, int version) {
        return Optional.ofNullable(
                getEntityManager().find(DossierEntity.class, new DossierEntity.Key(id.value(), version)));
    }

    @Override
    public void keep(DraftId id, Dossier dossier) {
        inTransaction(() -> {
            ListedDecisions decisions = new ListedDecisions(getEntityManager());
            decisions.awaitErasures(); // first, as an erasure may publish what is due, and that waits for the draft
            findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE)
                    .filter(draft -> !draft.draft().isDecided()
                            || row(id, dossier.version()).isEmpty())
                    .ifPresent(draft -> {
                        DossierEntity kept = getEntityManager().merge(DossierEntity.of(id.value(), dossier));
                        getEntityManager().flush();
                        decisions.moveFrom(kept);
                    });
            return id;
        });
    }
}
