package kz.sheshim.adapter.print;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** A text as a QR code (ISO/IEC 18004), with its quiet zone of four modules. */
final class QrCode {
    private static final int QUIET = 4;
    /** Pixels of a module: printers and readers must not blur its edges. */
    private static final int PIXELS = 6;

    private final ByteMatrix modules;

    QrCode(String text) {
        try {
            modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text.length() + " characters", e);
        }
    }

    /** Modules of a side. */
    public int size() {
        return modules.getWidth() + 2 * QUIET;
    }

    private boolean isDark(int x, int y) {
        return modules.get(x - QUIET, y - QUIET) == 1;
    }

    /** The dark modules as the data of an SVG path: a rectangle for each run in a row. */
    public String path() {
        StringBuilder path = new StringBuilder();
        int end = size() - QUIET;
        for (int y = QUIET; y < end; y++) {
            for (int x = QUIET; x < end; x++) {
                int start = x;
                while (x < end && isDark(x, y)) {
                    x++;
                }
                if (x > start) {
                    path.append('M')
                            .append(start)
                            .append(' ')
                            .append(y)
                            .append('h')
                            .append(x - start)
                            .append("v1H")
                            .append(start)
                            .append('z');
                }
            }
        }
        return path.toString();
    }

    /** A PNG in black and white, as a data URI. */
    public String image() {
        BufferedImage image = new BufferedImage(size() * PIXELS, size() * PIXELS, BufferedImage.TYPE_BYTE_GRAY);
        int end = (size() - QUIET) * PIXELS;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                boolean inside = Math.min(x, y) >= QUIET * PIXELS && Math.max(x, y) < end;
                image.setRGB(x, y, inside && isDark(x / PIXELS, y / PIXELS) ? 0 : 0xffffff);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
