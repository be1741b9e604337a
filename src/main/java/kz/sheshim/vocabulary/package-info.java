/** What applications may submit: entities, fields, types, code lists and their labels. Plain Java; depends on nothing else here. */
@NullMarked
package kz.sheshim.vocabulary;

import org.jspecify.annotations.NullMarked;
