/** Sheshim decides applications to a public service from rules that live in spreadsheets. May depend on all packages: it wires them. */
@NullMarked
package kz.sheshim;

import org.jspecify.annotations.NullMarked;
