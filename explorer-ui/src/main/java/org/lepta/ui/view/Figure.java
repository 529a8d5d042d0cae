package org.lepta.ui.view;

import org.lepta.ui.format.Amount;

/** A named amount of a headline or a state line. */
public record Figure(FigureName name, Amount amount) {}
