package kz.sheshim.adapter.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OS2WindowsMetricsTable;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The fonts of PDFs: Liberation Serif, which has the letters of Latin, Cyrillic and Greek, and those of a folder for the letters that it lacks. */
final class Fonts {
    private static final Logger LOG = Logger.getLogger(Fonts.class);
    private static final String FAMILY = "Liberation Serif";
    private static final String REGULAR = "/liberation/LiberationSerif-Regular.ttf";
    private static final String BOLD = "/liberation/LiberationSerif-Bold.ttf";

    /** A font of the folder. @param letters the characters of Unicode that it has */
    private record Further(Path file, String family, int weight, BitSet letters) {}

    private static final Set<Byte> RIGHT_TO_LEFT =
            Set.of(Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);

    private final BitSet letters;
    private final List<Further> further = new ArrayList<>();

    /** @param folder with files .ttf and .otf; null: none */
    Fonts(@Nullable Path folder) {
        letters = bundledLetters(REGULAR);
        letters.and(bundledLetters(BOLD));
        if (folder != null) {
            read(folder);
        }
    }

    private static BitSet bundledLetters(String path) {
        try (InputStream file = bundled(path);
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            return letters(font);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(?:ttf|otf)"))
                    .sorted()
                    .forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of fonts cannot be read: " + folder, e);
        }
        if (further.isEmpty()) {
            LOG.warnf("The folder of fonts %s has no font that PDFs can use", folder);
        }
    }

    private void add(Path file) {
        try (RandomAccessRead bytes = new RandomAccessReadBuffer(Files.newInputStream(file));
                TrueTypeFont font = new OTFParser().parse(bytes)) {
            OS2WindowsMetricsTable about = font.getOS2Windows();
            if (font instanceof OpenTypeFont open && open.isPostScript()) {
                LOG.warnf("The font %s is not used: it has PostScript outlines, and PDFs need TrueType outlines", file);
            } else if (about != null && (about.getFsType() & OS2WindowsMetricsTable.FSTYPE_RESTRICTED) != 0) {
                LOG.warnf("The font %s is not used: it does not allow to be embedded in PDFs", file);
            } else {
                String family =
                        font.getNaming() == null ? null : font.getNaming().getFontFamily();
                further.add(new Further(
                        file,
                        family == null ? file.getFileName().toString() : family,
                        about == null ? OS2WindowsMetricsTable.WEIGHT_CLASS_NORMAL : about.getWeightClass(),
                        letters(font)));
            }
        } catch (IOException e) {
            LOG.warnf("The font %s is not used: it cannot be read (%s)", file, e.getMessage());
        }
    }

    private static BitSet letters(TrueTypeFont font) throws IOException {
        CmapLookup glyphs = font.getUnicodeCmapLookup();
        BitSet letters = new BitSet();
        for (int letter = 0; letter <= Character.MAX_CODE_POINT; letter++) {
            if (glyphs.getGlyphId(letter) > 0) {
                letters.set(letter);
            }
        }
        return letters;
    }

    /** The characters of a text that PDFs cannot show: no font has them, or they are written from right to left, which the PDF library does not know. */
    BitSet unprintable(String text) {
        BitSet unprintable = missing(text);
        text.codePoints()
                .filter(letter -> RIGHT_TO_LEFT.contains(Character.getDirectionality(letter)))
                .forEach(unprintable::set);
        return unprintable;
    }

    /** The characters of a text that no font has, each once. Spaces and characters that are not seen need none. */
    BitSet missing(String text) {
        BitSet missing = lacking(text);
        further.forEach(font -> missing.andNot(font.letters));
        return missing;
    }

    private BitSet lacking(String text) {
        BitSet lacking = new BitSet();
        text.codePoints().filter(Fonts::isSeen).forEach(lacking::set);
        lacking.andNot(letters);
        return lacking;
    }

    private static boolean isSeen(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Gives a PDF the fonts that its text needs: those of the folder only for letters that Liberation Serif lacks. */
    void use(PdfRendererBuilder builder, String text) {
        use(builder, REGULAR, 400);
        use(builder, BOLD, 700);
        BitSet lacking = lacking(text);
        for (Further font : further) {
            if (font.letters.intersects(lacking)) {
                builder.useFont(
                        font.file.toFile(),
                        font.family,
                        font.weight,
                        FontStyle.NORMAL,
                        true,
                        EnumSet.of(FSFontUseCase.FALLBACK_FINAL));
            }
        }
    }

    private static void use(PdfRendererBuilder builder, String path, int weight) {
        builder.useFont(() -> bundled(path), FAMILY, weight, FontStyle.NORMAL, true);
    }

    private static InputStream bundled(String path) {
        return Objects.requireNonNull(Fonts.class.getResourceAsStream(path), path);
    }
}
