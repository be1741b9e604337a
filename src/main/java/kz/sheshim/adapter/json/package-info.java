/** Reads and writes JSON with Jackson. May depend on the core, and on no other adapter. */
@NullMarked
package kz.sheshim.adapter.json;

import org.jspecify.annotations.NullMarked;
