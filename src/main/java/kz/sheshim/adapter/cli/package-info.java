/** The command line of analysts and auditors, with picocli. May depend on the core, and on no other adapter. */
@NullMarked
package kz.sheshim.adapter.cli;

import org.jspecify.annotations.NullMarked;
