/** What applications may submit: entities, fields, types, code lists and their labels. */
@NullMarked
package kz.sheshim.vocabulary;

import org.jspecify.annotations.NullMarked;
