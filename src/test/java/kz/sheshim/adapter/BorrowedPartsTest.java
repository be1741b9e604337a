package kz.sheshim.adapter;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Says which borrowed part of a library is gone, and who used it. */
class BorrowedPartsTest {
    @ParameterizedTest
    @CsvSource({
        "http.batch.BorrowedVertx,   io.vertx.core.impl.ContextInternal,              inThread,              ",
        "http.batch.BorrowedVertx,   io.vertx.core.net.impl.ConnectionBase,           channelHandlerContext, ",
        "http.edge.BorrowedVertxWeb, io.vertx.core.net.impl.ConnectionBase,           channel,               ",
        "http.edge.BorrowedVertxWeb, io.vertx.ext.web.impl.RoutingContextInternal,    setBody,               io.vertx.core.buffer.Buffer",
        "http.edge.ConnectionGuard,  io.vertx.core.impl.VertxBuilder,                 findTransport,         io.vertx.core.spi.transport.Transport",
        "drools.BorrowedDrools,      org.drools.base.definitions.rule.impl.RuleImpl,  getAgendaGroup,        "
    })
    void borrowedPartIsStillThere(String borrower, String owner, String method, String parameter) {
        assertThatCode(() -> {
                    Class<?>[] parameters =
                            parameter == null ? new Class<?>[0] : new Class<?>[] {Class.forName(parameter)};
                    Class.forName(owner).getMethod(method, parameters);
                })
                .as(
                        "this version of the library has no %s.%s any more; find another way in adapter.%s, which uses it",
                        owner, method, borrower)
                .doesNotThrowAnyException();
    }
}
