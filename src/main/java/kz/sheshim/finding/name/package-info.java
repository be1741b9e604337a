/** Defects of names: codes, fields, ids and what refers to them. */
@NullMarked
package kz.sheshim.finding.name;

import org.jspecify.annotations.NullMarked;
