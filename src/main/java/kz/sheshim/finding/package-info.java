/** What is wrong with a policy's files, and where. The sub-packages hold one class for each defect. */
@NullMarked
package kz.sheshim.finding;

import org.jspecify.annotations.NullMarked;
