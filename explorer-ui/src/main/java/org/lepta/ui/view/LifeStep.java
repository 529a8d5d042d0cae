package org.lepta.ui.view;

import org.jspecify.annotations.Nullable;

/**
 * One state in the life of an entry.
 *
 * @param reached whether it has been reached
 * @param detail when or by whom, or how long it has been waiting; a ready text
 */
public record LifeStep(LifeState state, boolean reached, @Nullable String detail) {}
