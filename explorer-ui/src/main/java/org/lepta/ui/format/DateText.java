package org.lepta.ui.format;

/**
 * A date or moment ready to be shown.
 *
 * @param text in words, for example {@code 5 November 2026}
 * @param iso the same for machines, ISO 8601
 */
public record DateText(String text, String iso) {}
