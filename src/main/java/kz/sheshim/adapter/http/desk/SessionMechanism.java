package kz.sheshim.adapter.http.desk;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import kz.sheshim.access.Sessions;
import kz.sheshim.adapter.http.edge.DeskPages;
import kz.sheshim.adapter.http.edge.KnownIdentity;
import org.eclipse.microprofile.context.ManagedExecutor;

/** Authenticates the requests of a browser by the session in its cookie, which opens the desk and nothing else. */
@Singleton
final class SessionMechanism implements HttpAuthenticationMechanism {
    private final Sessions sessions;
    private final ManagedExecutor readers;

    SessionMechanism(Sessions sessions, ManagedExecutor readers) {
        this.sessions = sessions;
        this.readers = readers;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        Optional<String> text = SessionCookie.sent(context);
        String path = context.normalizedPath();
        if (text.isEmpty() || !path.equals(DeskPages.PATH) && !path.startsWith(DeskPages.PATH + "/")) {
            return Uni.createFrom().nullItem();
        }
        return Uni.createFrom()
                .item(() -> text.flatMap(sessions::find).map(KnownIdentity::of).orElse(null))
                .runSubscriptionOn(readers);
    }

    /** After keys and tokens of callers, which need no look-up. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY / 2;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }
}
