/** The ports of the record: where decisions are appended, and where they are read. Plain Java. */
@NullMarked
package kz.sheshim.log;

import org.jspecify.annotations.NullMarked;
