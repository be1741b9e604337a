package kz.sheshim.adapter.telemetry;

import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;
import kz.sheshim.erasure.FillSearch;
import kz.sheshim.erasure.RepeatErasures;
import kz.sheshim.log.DecisionId;
import org.jboss.logging.Logger;

/** Tells operators in the log of erased case files that a restored database has brought back, and of case files that are made findable. */
@Default
@Singleton
public class ErasureWatch implements RepeatErasures.Watch, FillSearch.Watch {
    private static final Logger LOG = Logger.getLogger(ErasureWatch.class);

    @Override
    public void repeated(int cases) {
        LOG.warnf(
                "Case files that had been erased were in the database again: was it restored? They were erased again: %d",
                cases);
    }

    @Override
    public void held(DecisionId decision) {
        LOG.error(
                "A case file that had been erased is in the database again, and a legal hold forbids to erase it. GET /api/v1/erasures tells"
                        + " which are erased; see \"After a restore\" in log.md of the documents.");
    }

    @Override
    public void failed(String reason) {
        LOG.errorf("The list of erasures outside the database is not complete, and is tried again: %s", reason);
    }

    @Override
    public void began() {
        LOG.info("Case files of earlier versions are made findable by their personal texts, in the background");
    }

    @Override
    public void done() {
        LOG.info("Every case file can be found by its personal texts");
    }

    @Override
    public void notFilled(String reason) {
        LOG.errorf("Some case files cannot be found by their personal texts yet; it is tried again: %s", reason);
    }
}
