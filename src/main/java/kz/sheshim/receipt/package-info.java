/** Receipts of recorded decisions: what the form says, filled with what was decided. Plain Java; how one looks on paper is up to an adapter. */
@NullMarked
package kz.sheshim.receipt;

import org.jspecify.annotations.NullMarked;
