/** Defects of a whole file or sheet. */
@NullMarked
package kz.sheshim.finding.file;

import org.jspecify.annotations.NullMarked;
