package org.lepta.service.exchange.internal;

import org.jspecify.annotations.Nullable;

/**
 * An organisation or fund is named somewhere.
 *
 * @param id of the organisation or fund
 * @param type code of the organisation's type, where the file gives one
 * @param name where the file gives one
 * @param position where
 */
record Mention(String id, @Nullable String type, @Nullable Narrative name, String position) {}
