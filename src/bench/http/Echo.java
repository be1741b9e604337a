import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;

/** Returns the posted body, with the HTTP server that the service uses. It shows the cost of HTTP alone. Argument: the port. */
public final class Echo {
    private Echo() {}

    public static void main(String[] arguments) {
        HttpServerOptions options = new HttpServerOptions().setHost("127.0.0.1").setPort(Integer.parseInt(arguments[0]));
        Vertx.vertx()
                .deployVerticle(
                        () -> new AbstractVerticle() {
                            @Override
                            public void start() {
                                vertx.createHttpServer(options)
                                        .requestHandler(request -> request.body().onSuccess(body -> request.response()
                                                .setStatusCode(201)
                                                .putHeader("Content-Type", "application/json")
                                                .end(body)))
                                        .listen()
                                        .onSuccess(server -> System.out.println("listening"));
                            }
                        },
                        new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors()));
    }
}
