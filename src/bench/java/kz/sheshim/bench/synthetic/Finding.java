package kz.sheshim.bench.synthetic;

import org.jspecify.annotations.Nullable;

/** One thing found: {@code MISSING:K05}, {@code TRANSLATION:T2/K06}. */
record Finding(Sort sort, String code, @Nullable DocumentKind document) {

    /** What is found. */
    enum Sort {
        MISSING,
        EXPIRED,
        TRANSLATION,
        DENIAL
    }

    @Override
    public String toString() {
        return sort + ":" + code + (document == null ? "" : "/" + document);
    }
}
