package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenamedSettingsTest {
    @Test
    void formerNamesAreRefusedTogetherWithTheirNewNames() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> RenamedSettings.refuse(List.of(
                                "sheshim.http.most-bytes",
                                "SHESHIM_POLICY_MOST_EARLIER",
                                "sheshim.http.port",
                                "sheshim.hand-over.destinations.registry.most-at-once")
                        .iterator()))
                .withMessage("Settings have new names:"
                        + " SHESHIM_POLICY_MOST_EARLIER is now called SHESHIM_POLICY_MAX_EARLIER_REVISIONS,"
                        + " sheshim.hand-over.destinations.registry.most-at-once is now called"
                        + " sheshim.hand-over.destinations.registry.max-at-once,"
                        + " sheshim.http.most-bytes is now called sheshim.http.max-bytes-in-progress.");
    }

    @Test
    void environmentVariableOfDestinationIsRefusedInItsOwnForm() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> RenamedSettings.refuse(List.of("SHESHIM_HAND_OVER_DESTINATIONS_REGISTRY_MOST_TIME")
                        .iterator()))
                .withMessage("A setting has a new name: SHESHIM_HAND_OVER_DESTINATIONS_REGISTRY_MOST_TIME"
                        + " is now called SHESHIM_HAND_OVER_DESTINATIONS_REGISTRY_MAX_TIME.");
    }

    @Test
    void longestTimeOfASessionIsAMaximumToo() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> RenamedSettings.refuse(
                        List.of("SHESHIM_ACCESS_SESSION_LONGEST").iterator()))
                .withMessage("A setting has a new name: SHESHIM_ACCESS_SESSION_LONGEST"
                        + " is now called SHESHIM_ACCESS_MAX_SESSION.");
    }

    @Test
    void keyOfTheLogIsNoLongerOnlyAFile() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(
                        () -> RenamedSettings.refuse(List.of("sheshim.log.key-file", "SHESHIM_LOG_PREVIOUS_KEY_FILE")
                                .iterator()))
                .withMessage("Settings have new names:"
                        + " SHESHIM_LOG_PREVIOUS_KEY_FILE is now called SHESHIM_LOG_PREVIOUS_KEY,"
                        + " sheshim.log.key-file is now called sheshim.log.key.");
    }

    @Test
    void namesThatOnlyLookLikeFormerOnesAreTaken() {
        assertThatNoException()
                .isThrownBy(() -> RenamedSettings.refuse(List.of(
                                "sheshim.http.max-bytes",
                                "sheshim.hand-over.destinations.most-urgent.url",
                                "SHESHIM_HAND_OVER_DESTINATIONS_MOST_URGENT_URL",
                                "sheshim.log.search-key-file",
                                "other.most-time")
                        .iterator()));
    }

    @Test
    void commandsRefuseFormerNamesToo() {
        System.setProperty("sheshim.workbook.most-cells", "1000");
        try {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(CommandSettings::workbook)
                    .withMessage("A setting has a new name: sheshim.workbook.most-cells"
                            + " is now called sheshim.workbook.max-cells.");
        } finally {
            System.clearProperty("sheshim.workbook.most-cells");
        }
        assertThat(CommandSettings.workbook().maxCells()).isEqualTo(500_000);
    }
}
