package kz.sheshim;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import kz.sheshim.adapter.folder.FolderWatch;
import kz.sheshim.publication.PolicySource;
import kz.sheshim.publication.Rulesets;

/** Watches the folder of the policy, if the settings say so. */
@ApplicationScoped
public class WatchWiring {
    /** After {@link Wiring#start} has put the policy in force. */
    private static final int AFTER_THE_START = 3_000;

    void start(@Observes @Priority(AFTER_THE_START) StartupEvent event, FolderWatch watch, SheshimSettings settings) {
        if (settings.policy().watch()) {
            watch.start();
        }
    }

    @Produces
    @Singleton
    FolderWatch folderWatch(PolicySource source, Rulesets rulesets, SheshimSettings settings) {
        return new FolderWatch(source, rulesets, settings.policy().quietTime(), System::nanoTime);
    }

    void close(@Disposes FolderWatch watch) {
        watch.close();
    }
}
