package kz.sheshim.adapter.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
    private final AtomicLong now = new AtomicLong();
    private final Connections connections = new Connections(4, 1_000, 10, now::get);

    private final class Caller {
        private final EmbeddedChannel channel = new EmbeddedChannel();
        private final Connection connection = new Connection(connections, channel);

        Caller() {
            channel.pipeline().addLast(connection);
        }

        Caller as(String submitter) {
            connections.know(connection, submitter);
            return this;
        }

        void closingLater(List<Runnable> closed) {
            channel.pipeline().addLast(new ChannelOutboundHandlerAdapter() {
                @Override
                public void close(ChannelHandlerContext context, ChannelPromise promise) {
                    closed.add(() -> context.close(promise));
                }
            });
        }

        boolean isOpen() {
            channel.runPendingTasks();
            return channel.isOpen();
        }

        void answer(int bytes) {
            channel.write(Unpooled.buffer().writeZero(bytes));
        }
    }

    @Test
    void silentConnectionsCloseEachOtherAndNoneOfAKnownCaller() {
        Caller known = new Caller().as("office");
        Caller oldest = new Caller();
        Caller older = new Caller();
        Caller newest = new Caller();
        assertThat(known.isOpen()).isTrue();
        assertThat(oldest.isOpen()).as("an address has at most half").isFalse();
        assertThat(older.isOpen()).isTrue();
        assertThat(newest.isOpen()).isTrue();
        assertThat(connections.open()).isEqualTo(3);
    }

    /** The threads that close connections may be busy while others come. */
    @Test
    void ofConnectionsThatAreStillBeingClosedNoneIsChosenAgainAndThereAreNeverMany() {
        List<Runnable> closed = new ArrayList<>();
        for (int each = 0; each < 6; each++) {
            new Caller().closingLater(closed);
        }
        assertThat(closed).as("each of the older ones").hasSize(4);
        for (int each = 0; each < 20; each++) {
            new Caller().closingLater(closed);
            assertThat(connections.open()).isLessThanOrEqualTo(10);
        }
        closed.forEach(Runnable::run);
        assertThat(connections.open()).isEqualTo(2);
        assertThat(new Caller().isOpen()).isTrue();
    }

    @Test
    void whenAllAreTakenTheOldestWithoutAKeyIsClosed() {
        Caller first = new Caller().as("one");
        Caller second = new Caller().as("two");
        Caller third = new Caller().as("three");
        Caller silent = new Caller();
        Caller next = new Caller();
        assertThat(silent.isOpen()).isFalse();
        next.as("four");
        assertThat(new Caller().isOpen()).as("all others are known").isFalse();
        assertThat(first.isOpen() && second.isOpen() && third.isOpen() && next.isOpen())
                .isTrue();
    }

    @Test
    void oneSubmitterHasAtMostHalfAndItsOldestWaitingConnectionIsClosed() {
        Caller busy = new Caller().as("greedy");
        busy.connection.began();
        Caller waiting = new Caller().as("greedy");
        Caller last = new Caller().as("greedy");
        assertThat(busy.isOpen()).isTrue();
        assertThat(waiting.isOpen()).isFalse();
        assertThat(last.isOpen()).isTrue();
    }

    @Test
    void connectionWithoutARequestIsClosedAfterAWhile() {
        Caller waiting = new Caller();
        Caller busy = new Caller().as("office");
        busy.connection.began();
        now.set(11);
        connections.sweep();
        assertThat(waiting.isOpen()).isFalse();
        assertThat(busy.isOpen()).isTrue();
        busy.connection.ended();
        now.set(21);
        connections.sweep();
        assertThat(busy.isOpen()).isTrue();
        now.set(22);
        connections.sweep();
        assertThat(busy.isOpen()).isFalse();
    }

    @Test
    void callerWhoTakesNothingGetsNothingMoreAndIsHungUpOn() {
        Caller slow = new Caller().as("slow");
        Caller other = new Caller().as("other");
        slow.connection.began();
        slow.answer(600);
        assertThat(connections.hasRoomForAnswer(slow.connection)).isFalse();
        assertThat(connections.hasRoomForAnswer(other.connection)).isTrue();
        now.set(11);
        connections.sweep();
        assertThat(slow.isOpen()).isFalse();
        assertThat(connections.hasRoomForAnswer(new Caller().as("slow").connection))
                .isTrue();
    }

    @Test
    void answerThatIsTakenLeavesRoom() {
        Caller caller = new Caller().as("office");
        caller.answer(200_000);
        assertThat(caller.connection.unsent()).isEqualTo(200_000);
        caller.channel.flush();
        assertThat(caller.connection.unsent()).isZero();
        assertThat(connections.hasRoomForAnswer(caller.connection)).isTrue();
    }

    @Test
    void callersWithoutAKeyShareHalfOfTheBytes() {
        Caller silent = new Caller();
        silent.answer(500);
        assertThat(connections.hasRoomForAnswer(new Caller().connection)).isFalse();
        assertThat(connections.hasRoomForAnswer(new Caller().as("office").connection))
                .isTrue();
    }
}
