/**
 * What proves the record: the file that shows to anybody, without asking the service, what was decided and that it stands in the log; and the audit of the
 * whole record. May depend on its line of the map in the README, and on those under it.
 */
@NullMarked
package kz.sheshim.proof;

import org.jspecify.annotations.NullMarked;
