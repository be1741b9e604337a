package kz.sheshim.adapter.http.desk;

import kz.sheshim.vocabulary.Languages;

/** The languages that the desk speaks: it has message bundles in them. A policy may have others; its texts are then shown in its first language. */
final class DeskLanguages {
    static final Languages ALL = Languages.of("en", "ru", "kk");

    private DeskLanguages() {}
}
