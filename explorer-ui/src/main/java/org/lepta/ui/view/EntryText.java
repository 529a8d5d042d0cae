package org.lepta.ui.view;

import org.lepta.ui.format.HashText;

/** A text of an entry and the salted hash by which the ledger holds it. */
public record EntryText(String label, PublicText text, HashText hash) {}
