/**
 * The REST interface: applications in, verdicts out in the reader's language, errors as problems (RFC 9457). May depend on the core, and on no other
 * adapter.
 */
@NullMarked
package kz.sheshim.adapter.http;

import org.jspecify.annotations.NullMarked;
