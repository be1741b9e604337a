/** Defects of names: codes, fields, ids and what refers to them. May depend on its line of the map in the README, and on those under it. */
@NullMarked
package kz.sheshim.finding.name;

import org.jspecify.annotations.NullMarked;
