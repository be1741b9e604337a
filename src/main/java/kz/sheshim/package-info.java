/** Sheshim decides applications to a public service from rules that live in spreadsheets. */
@NullMarked
package kz.sheshim;

import org.jspecify.annotations.NullMarked;
