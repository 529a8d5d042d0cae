/**
 * Takes what people and programs submit: entries with their plain texts.
 *
 * <p>Invariants: a text is durable beside the log before the entry that names its hash is sent; a
 * managed fund's entries are signed by its owner; every answer says what is known.
 */
@NullMarked
package org.lepta.service.submission;

import org.jspecify.annotations.NullMarked;
