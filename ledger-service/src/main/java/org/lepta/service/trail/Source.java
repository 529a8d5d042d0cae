package org.lepta.service.trail;

import org.lepta.ledger.entry.Kind;

/** What names an entry inside its fund: its kind and id. */
record Source(Kind kind, String id) {}
