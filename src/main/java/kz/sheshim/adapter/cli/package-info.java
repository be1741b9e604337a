/** The command line of analysts and auditors, with picocli. */
@NullMarked
package kz.sheshim.adapter.cli;

import org.jspecify.annotations.NullMarked;
