package kz.sheshim;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import kz.sheshim.access.KeyRing;
import kz.sheshim.access.Sessions;
import kz.sheshim.adapter.embedded.FirstApiKey;
import kz.sheshim.log.Integration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Says, when the service listens, what its operator must do, and where the desk is. */
@Singleton
public class Started {
    private static final Logger LOG = Logger.getLogger(Started.class);

    private final SheshimSettings settings;
    private final Integration integration;
    private final KeyRing ring;
    private final Sessions sessions;
    private final String database;

    Started(
            SheshimSettings settings,
            Integration integration,
            KeyRing ring,
            Sessions sessions,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String database) {
        this.settings = settings;
        this.integration = integration;
        this.ring = ring;
        this.sessions = sessions;
        this.database = database;
    }

    void tell(@ObservesAsync HttpServerStart started) {
        if (integration.isConflicting()) {
            LOG.errorf(
                    "The log has stopped: the folder of the log, %s, does not belong to the database, %s."
                            + " A second service beside another one needs a folder of its own: set sheshim.log.folder."
                            + " If you removed the data to begin anew, remove this folder too, and start again."
                            + " If the database is an older copy, see \"When the log stops\" in log.md of the documents.",
                    settings.log().folder().toAbsolutePath(), database());
        }
        settings.embedded()
                .apiKeyFile()
                .flatMap(file -> new FirstApiKey(file).known(ring))
                .ifPresent(first -> tellLink(started.options().getHost(), sessions.once(first)));
    }

    private String database() {
        Path data = settings.embedded().dataDir();
        boolean isEmbedded = settings.embedded().apiKeyFile().isPresent();
        // what follows the question mark may be a password
        return isEmbedded ? data.toAbsolutePath().toString() : database.replaceFirst("[?].*", "");
    }

    /** Only a server that listens knows its port, which it may have chosen itself. */
    private static void tellLink(String host, String once) {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
        System.out.printf(
                "%nThe desk (this link signs in once, within 15 minutes): http://%s:%d/desk/sign-in?once=%s%n%n",
                host, port, once);
    }
}
