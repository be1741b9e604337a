package kz.sheshim.bench.synthetic;

/** The applicant's citizenship. */
public enum Citizenship {
    KAZ,
    RUS,
    UZB,
    KGZ,
    TJK,
    CHN,
    TUR,
    DEU,
    UKR,
    USA,
    BLR,
    GEO,
    IND,
    KOR,
    XXA,
    POL
}
