package kz.sheshim;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import kz.sheshim.adapter.logfolder.ErasureFile;
import kz.sheshim.adapter.logfolder.LogFolderFailed;
import kz.sheshim.adapter.logfolder.SearchKeyFile;
import kz.sheshim.adapter.postgres.PostgresCaseFiles;
import kz.sheshim.adapter.postgres.PostgresCaseSearch;
import kz.sheshim.adapter.scheduler.RetentionScheduler;
import kz.sheshim.decision.PersonalTexts;
import kz.sheshim.erasure.ApplyRetention;
import kz.sheshim.erasure.CaseFiles;
import kz.sheshim.erasure.CaseSearch;
import kz.sheshim.erasure.EraseCases;
import kz.sheshim.erasure.FillSearch;
import kz.sheshim.erasure.RepeatErasures;
import kz.sheshim.log.LogUnavailable;
import kz.sheshim.log.SearchKey;
import kz.sheshim.proof.StoredVocabularies;
import kz.sheshim.publication.PolicyCompiler;
import kz.sheshim.publication.RevisionStore;
import kz.sheshim.publication.Rulesets;

/** Builds what erases case files, and finds those that are to be erased. */
@ApplicationScoped
public class ErasureWiring {
    /** After the database and the policy are ready, and before entries are taken into the tree. */
    private static final int LATE = Interceptor.Priority.APPLICATION + 540;

    private static final String SEARCH_KEY = "search-key";
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Duration RETENTION_INTERVAL = Duration.ofSeconds(30);

    void start(
            @Observes @Priority(LATE) StartupEvent event,
            Instance<RepeatErasures> erasures,
            Instance<SearchKey> key,
            CaseSearch search,
            Instance<FillSearch> filling,
            Instance<RetentionScheduler> retention) {
        try {
            if (!search.claim(key.get().mark())) {
                throw Wiring.refuse(
                        "The service does not start: the key of the search for case files (sheshim.log.search-key-file) is"
                                + " another one than that of the database. Set it to the key of the other services, or see"
                                + " \"Erasing by a personal text\" in log.md of the documents.");
            }
            erasures.get().repeat();
            erasures.get().follow();
            erasures.get().start(INTERVAL);
            filling.get().start();
            retention.get().start();
        } catch (LogFolderFailed e) {
            throw Wiring.refuse(
                    "The folder of the log cannot be used, so the service does not start: " + e.getMessage());
        } catch (LogUnavailable e) {
            throw Wiring.refuse("The database cannot be used, so the service does not start: " + e.getMessage());
        }
    }

    void stop(
            @Observes ShutdownEvent event,
            Instance<RepeatErasures> erasures,
            Instance<FillSearch> filling,
            Instance<RetentionScheduler> retention) {
        retention.get().close();
        filling.get().close();
        erasures.get().close();
    }

    @Produces
    @Singleton
    CaseFiles caseFiles(DataSource database) {
        return new PostgresCaseFiles(database);
    }

    @Produces
    @Singleton
    RepeatErasures repeatErasures(CaseFiles cases, SheshimSettings settings, RepeatErasures.Watch watch, Clock clock) {
        return new RepeatErasures(cases, new ErasureFile(settings.log().folder()), clock, watch);
    }

    @Produces
    @Singleton
    EraseCases eraseCases(CaseFiles cases, RepeatErasures list, CaseSearch search, SearchKey key, Clock clock) {
        return new EraseCases(cases, list, search, key, clock);
    }

    @Produces
    @Singleton
    CaseSearch caseSearch(DataSource database) {
        return new PostgresCaseSearch(database);
    }

    @Produces
    @Singleton
    SearchKey searchKey(SheshimSettings settings) {
        Path made = settings.log().folder().resolve(SEARCH_KEY);
        return settings.log()
                .searchKeyFile()
                .map(SearchKeyFile::read)
                .orElseGet(() -> SearchKeyFile.readOrCreate(made));
    }

    @Produces
    @Singleton
    FillSearch fillSearch(
            CaseSearch search,
            SearchKey key,
            RevisionStore revisions,
            PolicyCompiler compiler,
            FillSearch.Watch watch) {
        StoredVocabularies vocabularies = new StoredVocabularies(revisions, compiler);
        return new FillSearch(
                search,
                file -> PersonalTexts.terms(vocabularies.facts(file.received(), file.revision()), key),
                INTERVAL,
                watch);
    }

    @Produces
    @Singleton
    RetentionScheduler retentionScheduler(
            DataSource database,
            CaseFiles cases,
            RepeatErasures list,
            Rulesets rulesets,
            SheshimSettings settings,
            Clock clock) {
        return new RetentionScheduler(
                database,
                new ApplyRetention(cases, list, () -> ApplyRetention.InForce.of(rulesets.inForce()), clock),
                settings.retention().at(),
                RETENTION_INTERVAL,
                clock);
    }
}
