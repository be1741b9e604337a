package kz.sheshim.adapter.http.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import kz.sheshim.adapter.http.desk.Flow.Node;
import kz.sheshim.adapter.http.desk.Flow.Pair;
import org.junit.jupiter.api.Test;

class FlowTest {
    @Test
    void addsUpBothSides() {
        Flow flow = Flow.of(List.of(new Pair("a", "b", 10), new Pair("c", "b", 5), new Pair("a", "c", 1)));
        assertThat(flow.bands()).extracting(Flow.Band::number).containsExactly(10L, 5L, 1L);
        assertThat(flow.left()).extracting(Node::name, Node::number).containsExactly(tuple("a", 11L), tuple("c", 5L));
        assertThat(flow.right()).extracting(Node::name, Node::number).containsExactly(tuple("b", 15L), tuple("c", 1L));
    }

    @Test
    void drawsOneAmongMillionsSoThatItIsSeen() {
        Flow flow = Flow.of(List.of(new Pair("a", "b", 10_000_000), new Pair("a", "c", 1)));
        assertThat(flow.right()).extracting(Node::height).containsExactly("200.0", "2.0");
    }

    @Test
    void isAsHighAsItsLongerSide() {
        Flow flow = Flow.of(List.of(new Pair("a", "b", 1), new Pair("a", "c", 1), new Pair("a", "d", 1)));
        Node last = flow.right().get(2);
        assertThat(Double.parseDouble(last.y()) + Double.parseDouble(last.height()))
                .isLessThanOrEqualTo(flow.height());
    }

    /** The picture is 640 wide, and a letter about 7. */
    @Test
    void namesOfBothSidesFitBesideEachOther() {
        Flow flow = Flow.of(List.of(new Pair("a very long name ".repeat(9), "b", 1)));
        assertThat(flow.left().get(0).name()).hasSizeLessThanOrEqualTo(35).endsWith("…");
        assertThat(flow.bands().get(0).before()).hasSizeGreaterThan(100);
        assertThat(flow.bands().get(0).path()).startsWith("M14 ").contains(" 626 ");
    }

    @Test
    void nothingIsAnEmptyPicture() {
        assertThat(Flow.of(List.of()).bands()).isEmpty();
    }
}
