package kz.sheshim.adapter.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import kz.sheshim.adapter.drools.DroolsNames;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.finding.Finding;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.workbook.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The shipped workbooks, changed at random (but the same way in every run): whatever comes of it, there are findings or a ruleset, never an exception, and soon. */
class MutatedWorkbooksTest {
    /** So many of each sort; the Maven profile campaign raises it. */
    private static final int EACH = Integer.getInteger("sheshim.mutations", 40);

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final List<PolicyFile> SHIPPED = new FolderPolicySource(Path.of("")).files();
    private static final List<String> NASTY = List.of(
            "<",
            "&x;",
            "\u0000",
            "]]>",
            "<!DOCTYPE a>",
            "<c r='ZZZ1'/>",
            "<row r='-1'>",
            "r=\"A99999999\"",
            "<f>1+1</f>",
            "<is><t>",
            "</sheetData>",
            "<v>1E400</v>",
            "t=\"s\"><v>999999</v>",
            "_x0000_",
            "-",
            "\" ) eval( true ) then System.exit(1); end",
            "not ",
            ", ",
            "..",
            "{subject",
            "18..",
            "9".repeat(40),
            "(".repeat(200));

    private final Random random = new Random(20_260_303);

    /** A change of a workbook. */
    private interface Mutation {
        byte[] of(byte[] workbook);
    }

    private void feed(Mutation mutation) {
        List<PolicyFile> workbooks =
                SHIPPED.stream().filter(file -> file.path().endsWith(".xlsx")).toList();
        for (int i = 0; i < EACH; i++) {
            PolicyFile victim = workbooks.get(random.nextInt(workbooks.size()));
            byte[] bytes = mutation.of(victim.bytes());
            List<PolicyFile> files = new ArrayList<>(SHIPPED);
            files.set(files.indexOf(victim), new PolicyFile(victim.path(), bytes));
            List<Finding> findings = new ArrayList<>();
            long start = System.nanoTime();
            try {
                var ruleset =
                        new RulesetReader(new XlsxReader(), new DroolsNames(), Limits.USUAL).read(files, findings::add);
                findings.forEach(finding -> assertThat(finding.toString()).isNotBlank());
                assertThat(ruleset.isPresent() || !findings.isEmpty()).isTrue();
            } catch (RuntimeException e) {
                fail("change " + i + " of " + victim.path(), e);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
        }
    }

    @Test
    @Timeout(1_800)
    void bytesFlipped() {
        feed(workbook -> {
            for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
                workbook[random.nextInt(workbook.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return workbook;
        });
    }

    @Test
    @Timeout(1_800)
    void bytesCutOffOrOut() {
        feed(workbook -> {
            int from = random.nextInt(workbook.length);
            if (random.nextBoolean()) {
                return Arrays.copyOf(workbook, from);
            }
            ByteArrayOutputStream rest = new ByteArrayOutputStream();
            rest.write(workbook, 0, from);
            int next = Math.min(workbook.length, from + 1 + random.nextInt(200));
            rest.write(workbook, next, workbook.length - next);
            return rest.toByteArray();
        });
    }

    @Test
    @Timeout(1_800)
    void partsSwappedOrLeftOut() {
        feed(workbook -> {
            PartsFixture parts = new PartsFixture(workbook);
            List<String> names = List.copyOf(parts.parts().keySet());
            String one = names.get(random.nextInt(names.size()));
            String other = names.get(random.nextInt(names.size()));
            PartsFixture.Content content = parts.parts().get(one);
            if (random.nextInt(3) == 0) {
                parts.parts().remove(one);
            } else {
                parts.put(one, parts.parts().get(other)).put(other, content);
            }
            return parts.bytes();
        });
    }

    @Test
    @Timeout(1_800)
    void xmlEdited() {
        feed(workbook -> {
            PartsFixture parts = new PartsFixture(workbook);
            List<String> names = parts.parts().keySet().stream()
                    .filter(name -> name.startsWith("xl/") && name.endsWith(".xml") || name.endsWith(".rels"))
                    .toList();
            String name = names.get(random.nextInt(names.size()));
            StringBuilder xml = new StringBuilder(text(parts.parts().get(name)));
            for (int edits = 1 + random.nextInt(5); edits > 0 && xml.length() > 10; edits--) {
                int at = random.nextInt(xml.length());
                int end = Math.min(xml.length(), at + random.nextInt(30));
                switch (random.nextInt(4)) {
                    case 0 -> xml.delete(at, end);
                    case 1 -> xml.insert(at, NASTY.get(random.nextInt(NASTY.size())));
                    case 2 -> xml.insert(at, xml.substring(at, end));
                    default -> xml.setCharAt(at, (char) (32 + random.nextInt(96)));
                }
            }
            return parts.put(name, xml.toString()).bytes();
        });
    }

    /** Changes that keep the XML whole, so that the odd text comes as far as the tables. */
    @Test
    @Timeout(1_800)
    void textsReplaced() {
        feed(workbook -> {
            PartsFixture parts = new PartsFixture(workbook);
            String xml = text(parts.parts().get("xl/sharedStrings.xml"));
            String[] pieces = xml.split("(?<=<t>|<t xml:space=\"preserve\">)|(?=</t>)", -1);
            for (int edits = 1 + random.nextInt(5); edits > 0; edits--) {
                int piece = random.nextInt(pieces.length);
                if (!pieces[piece].contains("<")) {
                    String odd = NASTY.get(random.nextInt(NASTY.size()));
                    String kept = random.nextBoolean() ? pieces[piece] : "";
                    pieces[piece] = kept + odd.replaceAll("[<>&\u0000]", "x");
                }
            }
            return parts.put("xl/sharedStrings.xml", String.join("", pieces)).bytes();
        });
    }

    @Test
    @Timeout(1_800)
    void headersOfTheZipEdited() {
        feed(workbook -> {
            List<Integer> headers = new ArrayList<>();
            for (int i = 0; i < workbook.length - 4; i++) {
                if (workbook[i] == 'P' && workbook[i + 1] == 'K') {
                    headers.add(i);
                }
            }
            int header = headers.get(random.nextInt(headers.size()));
            int at = Math.min(workbook.length - 1, header + 4 + random.nextInt(40));
            workbook[at] = (byte) random.nextInt(256);
            return workbook;
        });
    }

    private static String text(PartsFixture.Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
