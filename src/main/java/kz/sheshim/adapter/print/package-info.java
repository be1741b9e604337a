/** Receipts as HTML pages (Qute) and, made from the same page, as PDF (openhtmltopdf). */
@NullMarked
package kz.sheshim.adapter.print;

import org.jspecify.annotations.NullMarked;
