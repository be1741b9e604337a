package kz.sheshim.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private final Routes routes = new Routes(List.of(
            new Routes.Destination("all", Set.of()),
            new Routes.Destination("some", Set.of("ring-the-bell", "light-the-lamp"))));

    @Test
    void eachActionGoesToWhoTakesItInTheOrderOfTheVerdict() {
        assertThat(routes.of(List.of("light-the-lamp", "fetch-water", "ring-the-bell")))
                .containsExactly(
                        new Routes.Route(1, "light-the-lamp", "all"),
                        new Routes.Route(1, "light-the-lamp", "some"),
                        new Routes.Route(2, "fetch-water", "all"),
                        new Routes.Route(3, "ring-the-bell", "all"),
                        new Routes.Route(3, "ring-the-bell", "some"));
    }

    @Test
    void nothingGoesAnywhereWithoutDestinations() {
        assertThat(Routes.NONE.of(List.of("ring-the-bell"))).isEmpty();
    }

    @Test
    void whoTakesEventsOfTheLawTakesOnlyTheActionsThatItNames() {
        Set<LawEvent.Kind> law = Set.of(LawEvent.Kind.PUBLISHED);
        Routes both = new Routes(List.of(
                new Routes.Destination("law", Set.of(), law, ""),
                new Routes.Destination("both", Set.of("fetch-water"), law, "")));

        assertThat(both.of(List.of("ring-the-bell", "fetch-water")))
                .containsExactly(new Routes.Route(2, "fetch-water", "both"));
    }

    @Test
    void misspeltActionsAreFound() {
        assertThat(routes.unknownActions(Set.of("ring-the-bell", "fetch-water")))
                .containsExactly("light-the-lamp");
    }
}
