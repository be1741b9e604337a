/**
 * What is wrong with a policy's files, and where. The sub-packages hold one class for each defect. May depend on its line of the map in the README, and on
 * those under it.
 */
@NullMarked
package kz.sheshim.finding;

import org.jspecify.annotations.NullMarked;
