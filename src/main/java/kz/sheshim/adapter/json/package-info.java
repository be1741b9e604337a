/** Reads and writes JSON with Jackson. */
@NullMarked
package kz.sheshim.adapter.json;

import org.jspecify.annotations.NullMarked;
