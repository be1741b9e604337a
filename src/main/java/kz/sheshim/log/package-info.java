/**
 * The decision log: its entries, the port that appends decisions and the port that reads them. Readers cannot write.
 *
 * <p>Plain Java. May depend on {@code verdict}, {@code policy}, {@code access}, {@code hash} and {@code background}.
 */
@NullMarked
package kz.sheshim.log;

import org.jspecify.annotations.NullMarked;
