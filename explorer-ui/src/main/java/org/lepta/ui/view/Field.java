package org.lepta.ui.view;

/** A named value of a definition list; the label is ready. */
public record Field(String label, Cell value) {}
