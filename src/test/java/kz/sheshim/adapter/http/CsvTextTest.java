package kz.sheshim.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvTextTest {
    @Test
    void textIsNeverAFormula() {
        assertThat(CsvText.of("=HYPERLINK(\"x\")")).isEqualTo("\"'=HYPERLINK(\"\"x\"\")\"");
        assertThat(CsvText.of("PS-1")).isEqualTo("\"PS-1\"");
        assertThat(CsvText.of("")).isEqualTo("\"\"");
    }
}
