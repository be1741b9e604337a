package kz.sheshim.adapter.telemetry;

import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;
import kz.sheshim.erasure.RepeatErasures;
import kz.sheshim.log.DecisionId;
import org.jboss.logging.Logger;

/** Tells operators in the log of erased case files that a restored database has brought back. */
@Default
@Singleton
public class ErasureWatch implements RepeatErasures.Watch {
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
                        + " which are erased; see \"After a restore\" in src/docs/log.md.");
    }

    @Override
    public void failed(String reason) {
        LOG.errorf("The list of erasures outside the database is not complete, and is tried again: %s", reason);
    }
}
