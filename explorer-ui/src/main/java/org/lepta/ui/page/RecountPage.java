package org.lepta.ui.page;

import org.lepta.ui.format.Amount;
import org.lepta.ui.view.Link;
import org.lepta.ui.view.Term;

/**
 * A figure of a fund and the rows behind it, which the reader's browser can add up.
 *
 * @param value of the figure, as this server computed it
 * @param entries size of the log up to which it counts, ready to be shown
 * @param csvHref the rows, up to exactly that size
 * @param listHref entries of the fund
 */
public record RecountPage(
    PageFrame frame,
    Link fund,
    Term term,
    Amount value,
    String entries,
    String csvHref,
    String listHref) {}
