/** Who may do what: roles, and API keys with their owners. Plain Java; keys are kept behind a port. */
@NullMarked
package kz.sheshim.access;

import org.jspecify.annotations.NullMarked;
