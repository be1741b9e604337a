/** The hash that names and compares contents: SHA-256. May depend on no other package. */
@NullMarked
package kz.sheshim.hash;

import org.jspecify.annotations.NullMarked;
