package org.lepta.service.exchange.internal;

import org.jspecify.annotations.Nullable;

/** A free text as a file gives it, with its language where one is named. */
record Narrative(@Nullable String language, String text) {}
