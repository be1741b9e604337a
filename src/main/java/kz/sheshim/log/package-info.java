/**
 * The decision log: its entries and their commitments, case files and their erasure, searches, the tree over the entries and who cosigns it; the port that
 * appends and those that read. Readers cannot write.
 *
 * <p>Plain Java. May depend on {@code verdict}, {@code policy}, {@code access}, {@code hash} and {@code background}.
 */
@NullMarked
package kz.sheshim.log;

import org.jspecify.annotations.NullMarked;
