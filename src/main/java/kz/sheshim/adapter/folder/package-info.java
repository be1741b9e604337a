/**
 * Reads the files of a policy from a folder. May depend on {@code publication}, {@code policy}, {@code finding}, {@code workbook} and {@code background}, and on no other adapter.
 */
@NullMarked
package kz.sheshim.adapter.folder;

import org.jspecify.annotations.NullMarked;
