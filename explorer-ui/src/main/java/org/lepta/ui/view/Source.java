package org.lepta.ui.view;

import org.lepta.ui.format.HashText;

/** The file an entry was imported from; {@code keyed} for a private one, whose hash has a key. */
public record Source(HashText fileHash, String position, boolean keyed) {}
