/** Reads a policy's files from a folder. */
@NullMarked
package kz.sheshim.adapter.folder;

import org.jspecify.annotations.NullMarked;
