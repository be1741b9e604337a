package kz.sheshim.adapter.telemetry;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells the logs from when until when applications may arrive. */
@ApplicationScoped
class LogRedactionSwitch {
    void begin(@Observes @Priority(Integer.MAX_VALUE) StartupEvent last) {
        RedactingLogFilter.serve(true);
    }

    void end(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent last) {
        RedactingLogFilter.serve(false);
    }
}
