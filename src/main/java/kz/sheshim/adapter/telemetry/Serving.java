package kz.sheshim.adapter.telemetry;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells the logs from when until when applications may arrive. */
@ApplicationScoped
class Serving {
    void begin(@Observes @Priority(Integer.MAX_VALUE) StartupEvent last) {
        DiscreetLog.serve(true);
    }

    void end(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent last) {
        DiscreetLog.serve(false);
    }
}
