package kz.sheshim.adapter.telemetry;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Switches the redaction of logs on while applications can arrive. */
@ApplicationScoped
class LogRedactionSwitch {
    void begin(@Observes @Priority(Integer.MAX_VALUE) StartupEvent last) {
        RedactingLogFilter.redact(true);
    }

    void end(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent last) {
        RedactingLogFilter.redact(false);
    }
}
