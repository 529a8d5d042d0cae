/**
 * What can be written on the ledger: one record per kind of entry, after docs/reference/postings.
 *
 * <p>The component names of these records are the field names of the canonical JSON, so renaming
 * one is a new leaf version. Pure data: no Fabric, no framework, no clock.
 */
@NullMarked
package org.lepta.ledger.entry;

import org.jspecify.annotations.NullMarked;
