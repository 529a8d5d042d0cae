package org.lepta.ledger.entry;

import org.jspecify.annotations.Nullable;

/**
 * An organisation that others can refer to. Its header id is its org-id.guide identifier; its name
 * is a text with role {@code name}.
 *
 * @param type code of the IATI codelist OrganisationType
 */
public record Organisation(@Nullable String type) implements Registration {}
