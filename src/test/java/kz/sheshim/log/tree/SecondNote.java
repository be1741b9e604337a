package kz.sheshim.log.tree;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A second implementation of signed notes and cosignatures, over bytes and with BouncyCastle: from the words of C2SP signed-note and tlog-cosignature. */
final class SecondNote {
    private SecondNote() {}

    /** Whether a signature line of the note verifies with the vkey. */
    static boolean verifies(byte[] note, String vkey) {
        String[] parts = vkey.split("\\+", 3);
        byte[] material = Base64.getDecoder().decode(parts[2]);
        byte[] id =
                Arrays.copyOf(Definition.sha256(-1, (parts[0] + "\n").getBytes(StandardCharsets.UTF_8), material), 4);
        if (!HexFormat.of().formatHex(id).equals(parts[1])) {
            return false;
        }
        byte[] key = Arrays.copyOfRange(material, 1, 33);
        String all = new String(note, StandardCharsets.UTF_8);
        int blank = all.lastIndexOf("\n\n");
        byte[] text = all.substring(0, blank + 1).getBytes(StandardCharsets.UTF_8);
        for (String line : all.substring(blank + 2).split("\n")) {
            String[] words = line.split(" ");
            byte[] bytes = Base64.getDecoder().decode(words[2]);
            if (!words[1].equals(parts[0]) || !Arrays.equals(Arrays.copyOf(bytes, 4), id)) {
                continue;
            }
            if (material[0] == 1) {
                return BouncyCastle.verify(key, text, Arrays.copyOfRange(bytes, 4, bytes.length));
            }
            long time = 0;
            for (int i = 4; i < 12; i++) {
                time = time * 256 + (bytes[i] & 0xff);
            }
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            message.writeBytes(
                    ("cosignature/v1\ntime " + Long.toUnsignedString(time) + "\n").getBytes(StandardCharsets.US_ASCII));
            message.writeBytes(text);
            return BouncyCastle.verify(key, message.toByteArray(), Arrays.copyOfRange(bytes, 12, bytes.length));
        }
        return false;
    }
}
