package kz.sheshim.proof;

import static kz.sheshim.proof.ProofFixture.LOG;
import static kz.sheshim.proof.ProofFixture.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import kz.sheshim.proof.ProofCases.Case;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page verify.html in a browser, opened as a file: mvn test -P browser -Dtest=VerifyPageBrowserTest. */
@EnabledIfSystemProperty(named = "browser", matches = ".+")
class VerifyPageBrowserTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PAGE = Path.of("src/dist/verify.html").toAbsolutePath();
    private static final String KEY = LOG.key().toString();
    /** Gives the page a file and keys as a reader does, and waits for its answer. */
    private static final String ASK =
            """
            (async (bytes, trust) => {
              const files = new DataTransfer();
              files.items.add(new File([Uint8Array.from(atob(bytes), each => each.charCodeAt(0))], 'a.tlog-proof'));
              document.getElementById('file').files = files.files;
              document.getElementById('file').dispatchEvent(new Event('change'));
              document.getElementById('trust').value = trust;
              document.getElementById('trust').dispatchEvent(new Event('input'));
              document.getElementById('inputs').requestSubmit();
              const banner = document.getElementById('banner');
              while (banner.dataset.state === 'none') await new Promise(next => setTimeout(next, 1));
              const wrong = document.getElementById('trust-wrong').textContent;
              if (wrong !== '') return 'trust';
              const steps = [...document.querySelectorAll('#steps > li')].map(step => step.dataset.holds).join();
              const holds = steps === 'true,true,true,true,null';
              if (holds !== (banner.dataset.state === 'good') || holds === document.getElementById('decision').hidden) {
                return 'the banner says ' + banner.dataset.state + ' of ' + steps;
              }
              return steps;
            })(%s, %s)
            """;

    private static Chromium page;

    @BeforeAll
    static void open(@TempDir Path profile) throws IOException {
        page = new Chromium(System.getProperty("browser"), profile, PAGE.toUri());
    }

    @AfterAll
    static void close() {
        page.close();
    }

    private static String ask(byte[] proof, String trust) throws IOException {
        return page.evaluate(ASK.formatted(
                JSON.writeValueAsString(Base64.getEncoder().encodeToString(proof)), JSON.writeValueAsString(trust)));
    }

    private static String text(String id) {
        return page.evaluate("document.getElementById('" + id + "').innerText");
    }

    @Test
    void pageAndCommandJudgeEveryProofAlike() throws IOException {
        List<String> other = new ArrayList<>();
        for (Map.Entry<Case, String> each : VerifyProofTest.VERDICTS.entrySet()) {
            Case proof = each.getKey();
            String verdict = ask(proof.proof(), proof.trust());
            if (!verdict.equals(each.getValue())) {
                other.add(proof + ": the command says " + each.getValue() + ", the page says " + verdict);
            }
        }
        assertThat(other).isEmpty();
    }

    /** C2SP/CCTV, as for the command. */
    @Test
    void edgeCasesOfEd25519AreJudgedAlike() throws IOException {
        String vectors = Files.readString(Path.of("src/test/resources/vectors/ed25519/ed25519vectors.json"));
        String wrong = page.evaluate(
                """
                (async vectors => {
                  const bytes = hex => Uint8Array.from(hex.match(/../g), each => parseInt(each, 16));
                  const wrong = [];
                  for (const {number, key, sig, msg, flags} of vectors) {
                    const expected = !['low_order_A', 'non_canonical_R', 'low_order_residue'].some(flag => (flags || []).includes(flag));
                    if (await signed(bytes(key), new TextEncoder().encode(msg), bytes(sig)) !== expected) wrong.push(number);
                  }
                  return vectors.length + ': ' + wrong;
                })(%s)
                """
                        .formatted(vectors));
        assertThat(wrong).isEqualTo("914: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "kk"})
    void decisionIsShownInEveryLanguage(String language) throws IOException {
        page.evaluate("document.querySelector('.languages [lang=" + language + "]').click()");
        ask(ProofFixture.proof(4, 7).bytes(), KEY);
        assertThat(text("decision"))
                .contains("refused", "translation-missing (documents[0]) — R4, A4-9(1)", "2026-11-20", "front-office")
                .contains("01a2073c-f074-7a5a-b860-a72886ae0004", "sha256:0123456789abcdef", "Өтініш «4» 🇰🇿");
        assertThat(text("banner"))
                .startsWith(
                        switch (language) {
                            case "ru" -> "Доказательство верно.";
                            case "kk" -> "Дәлел дұрыс.";
                            default -> "The proof holds.";
                        });
        assertThat(page.evaluate("document.documentElement.lang")).isEqualTo(language);
        assertThat(page.evaluate("document.body.innerText")).doesNotContain("undefined", "[object", "{0}", "null");
    }

    @Test
    void whatIsNotDisclosedIsSaid() throws IOException {
        page.evaluate("document.querySelector('.languages [lang=en]').click()");
        ProofContent content = ProofFixture.content(4, "grounds"::equals);
        ask(ProofFixture.proof(content, 4, 7, ProofFixture.checkpoint(7, LOG)).bytes(), KEY);
        assertThat(text("facts"))
                .containsPattern("Outcome\\s+not disclosed")
                .contains("translation-missing", "13 parts of the record")
                .doesNotContain("refused");
    }

    @Test
    void oldAnswerGoesAwayWithWhatItWasAbout() throws IOException {
        ask(ProofFixture.proof(4, 7).bytes(), KEY);
        assertThat(page.evaluate("document.getElementById('result').hidden")).isEqualTo("false");
        page.evaluate("document.getElementById('trust').value = '';"
                + "document.getElementById('trust').dispatchEvent(new Event('input'))");
        assertThat(page.evaluate("document.getElementById('result').hidden")).isEqualTo("true");
        assertThat(page.evaluate("document.getElementById('banner').hidden")).isEqualTo("true");
    }

    @Test
    void browserWithoutEd25519ProvesNothing() throws IOException {
        page.evaluate("var kept = crypto.subtle.importKey.bind(crypto.subtle);"
                + "crypto.subtle.importKey = () => Promise.reject(new DOMException('no', 'NotSupportedError')); ''");
        try {
            String verdict = ask(ProofFixture.proof(4, 7).bytes(), KEY);
            assertThat(verdict).isEqualTo("true,true,true,null,null");
            assertThat(text("banner")).contains("The proof was not checked.", "cannot check Ed25519 signatures");
            assertThat(page.evaluate("document.getElementById('decision').hidden"))
                    .isEqualTo("true");
        } finally {
            page.evaluate("crypto.subtle.importKey = kept; ''");
        }
    }

    @Test
    void pageAsksNobody() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/";
            ask(utf8("<img src=" + url + "><script>fetch('" + url + "')</script>"), url);
            String refused = page.evaluate(
                    """
                    (async url => {
                      const refused = [];
                      document.addEventListener('securitypolicyviolation', event => refused.push(event.effectiveDirective));
                      await fetch(url).catch(() => {});
                      for (const name of ['img', 'script']) {
                        const made = document.createElement(name);
                        made.src = url;
                        document.body.append(made);
                      }
                      while (refused.length < 3) await new Promise(next => setTimeout(next, 10));
                      return refused.sort().join();
                    })('%s')
                    """
                            .formatted(url));
            assertThat(refused).isEqualTo("connect-src,img-src,script-src-elem");
            server.setSoTimeout(300);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }
}
