package org.lepta.ui.view;

/**
 * An organisation as a line of a list.
 *
 * @param entry where it was recorded
 */
public record OrganisationRow(Party.Organisation organisation, Link entry, Party statedBy) {}
