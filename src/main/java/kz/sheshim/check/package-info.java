/** What can be wrong with a policy's files: one class for each defect, and the findings that say where it stands. Plain Java. */
@NullMarked
package kz.sheshim.check;

import org.jspecify.annotations.NullMarked;
