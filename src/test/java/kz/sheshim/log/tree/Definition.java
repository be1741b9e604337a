package kz.sheshim.log.tree;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** A second implementation: RFC 6962, section 2.1, word for word and as slow, over the leaf contents. */
final class Definition {
    private Definition() {}

    static byte[] sha256(int prefix, byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (prefix >= 0) {
            bytes.write(prefix);
        }
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** MTH(D[n]). */
    static byte[] mth(List<byte[]> d) {
        int n = d.size();
        if (n == 0) {
            return sha256(-1);
        }
        if (n == 1) {
            return sha256(0, d.get(0));
        }
        int k = k(n);
        return sha256(1, mth(d.subList(0, k)), mth(d.subList(k, n)));
    }

    /** PATH(m, D[n]). */
    static List<byte[]> path(int m, List<byte[]> d) {
        int n = d.size();
        if (n == 1) {
            return List.of();
        }
        int k = k(n);
        return m < k
                ? plus(path(m, d.subList(0, k)), mth(d.subList(k, n)))
                : plus(path(m - k, d.subList(k, n)), mth(d.subList(0, k)));
    }

    /** PROOF(m, D[n]). */
    static List<byte[]> proof(int m, List<byte[]> d) {
        return subproof(m, d, true);
    }

    private static List<byte[]> subproof(int m, List<byte[]> d, boolean b) {
        int n = d.size();
        if (m == n) {
            return b ? List.of() : List.of(mth(d));
        }
        int k = k(n);
        return m <= k
                ? plus(subproof(m, d.subList(0, k), b), mth(d.subList(k, n)))
                : plus(subproof(m - k, d.subList(k, n), false), mth(d.subList(0, k)));
    }

    /** "The largest power of two smaller than n". */
    private static int k(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    private static List<byte[]> plus(List<byte[]> list, byte[] last) {
        List<byte[]> more = new ArrayList<>(list);
        more.add(last);
        return more;
    }
}
