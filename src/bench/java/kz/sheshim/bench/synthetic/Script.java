package kz.sheshim.bench.synthetic;

/** The script of the applicant's documents. */
public enum Script {
    CYRILLIC,
    LATIN,
    OTHER
}
