/**
 * Prints receipts: as HTML pages (Qute) and, from the same page, as PDF (openhtmltopdf). May depend on {@code receipt} and {@code policy}, and on no other
 * adapter.
 */
@NullMarked
package kz.sheshim.adapter.print;

import org.jspecify.annotations.NullMarked;
