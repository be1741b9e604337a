package kz.sheshim.adapter.http.edge;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Says which borrowed part of Vert.x is gone, and who used it. */
class BorrowedVertxTest {
    @ParameterizedTest
    @CsvSource({
        "batch.BorrowedVertx,   io.vertx.core.impl.ContextInternal,           inThread,              ",
        "batch.BorrowedVertx,   io.vertx.core.net.impl.ConnectionBase,        channelHandlerContext, ",
        "edge.BorrowedVertxWeb, io.vertx.ext.web.impl.RoutingContextInternal, setBody,               io.vertx.core.buffer.Buffer"
    })
    void borrowedPartIsStillThere(String borrower, String owner, String method, String parameter) {
        assertThatCode(() -> {
                    Class<?>[] parameters =
                            parameter == null ? new Class<?>[0] : new Class<?>[] {Class.forName(parameter)};
                    Class.forName(owner).getMethod(method, parameters);
                })
                .as(
                        "this version of Vert.x has no %s.%s any more; find another way in adapter.http.%s, which uses it",
                        owner, method, borrower)
                .doesNotThrowAnyException();
    }
}
