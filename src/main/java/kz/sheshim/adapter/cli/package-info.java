/** The command line of analysts and auditors, with picocli. Depends on the core, not on other adapters: it gets them from {@code Wiring}. */
@NullMarked
package kz.sheshim.adapter.cli;

import org.jspecify.annotations.NullMarked;
