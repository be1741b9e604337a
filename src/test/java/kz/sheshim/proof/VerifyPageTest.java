package kz.sheshim.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.sheshim.hash.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page verify.html as a text; {@link VerifyPageBrowserTest} opens it. */
class VerifyPageTest {
    private final String page = Files.readString(Path.of("src/dist/verify.html"));

    VerifyPageTest() throws IOException {}

    @ParameterizedTest
    @ValueSource(strings = {"script", "style"})
    void browserRunsNothingButWhatStandsInThePage(String element) {
        Matcher only = Pattern.compile("<" + element + ">(.*?)</" + element + ">", Pattern.DOTALL)
                .matcher(page);
        assertThat(only.find()).isTrue();
        MessageDigest sha256 = Sha256.digest();
        byte[] hash = sha256.digest(only.group(1).getBytes(StandardCharsets.UTF_8));
        assertThat(page)
                .as("the Content-Security-Policy of the page must have the hash of its " + element)
                .contains(element + "-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        assertThat(only.find()).isFalse();
    }

    @Test
    void pageIsOneFileThatAsksNobody() {
        assertThat(page)
                .contains("default-src 'none'", "connect-src 'none'", "form-action 'none'", "base-uri 'none'")
                .doesNotContain("http:", "https:", " src=", "@import", "<link", "<img", "fetch(", "innerHTML")
                .doesNotContainPattern("[^a-z0-9]url\\(")
                .doesNotContainPattern("\\son[a-z]+=")
                .doesNotContainPattern("\\sstyle=");
    }

    @Test
    void everySentenceStandsInThreeLanguages() {
        Matcher said = Pattern.compile("(?m)^  '([^']+)': \\[\\s*('.*?')\\s*],?$", Pattern.DOTALL)
                .matcher(page);
        int sentences = 0;
        while (said.find()) {
            String[] languages = said.group(2).split("',\\s*'");
            assertThat(languages).as(said.group(1)).hasSize(3);
            for (int argument = 0; argument < 3; argument++) {
                String place = "{" + argument + "}";
                assertThat(languages)
                        .as(said.group(1) + " " + place)
                        .matches(all -> java.util.Arrays.stream(all).allMatch(each -> each.contains(place))
                                || java.util.Arrays.stream(all).noneMatch(each -> each.contains(place)));
            }
            sentences++;
        }
        assertThat(sentences).isGreaterThan(120);
    }
}
