package kz.sheshim.bench.synthetic;

/** Who the applicant is before the law. */
public enum Category {
    CITIZEN,
    PERMANENT,
    TEMPORARY,
    REFUGEE,
    STATELESS,
    NONRESIDENT
}
