/**
 * What an application may say: entities, fields, codes, and the facts read from one application, each known, absent or unknown. Plain Java; depends on
 * nothing else here.
 */
@NullMarked
package kz.sheshim.facts;

import org.jspecify.annotations.NullMarked;
