package org.lepta.ui.view;

/**
 * A QR code as one shape.
 *
 * @param size width and height in modules, with the quiet zone
 * @param path the dark modules, as data of an SVG path
 */
public record QrCode(int size, String path) {}
