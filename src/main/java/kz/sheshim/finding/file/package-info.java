/** Defects of a whole file or sheet. May depend on its line of the map in the README, and on those under it. */
@NullMarked
package kz.sheshim.finding.file;

import org.jspecify.annotations.NullMarked;
