/**
 * Pictures of pages for other programs, drawn without anything of the machine.
 *
 * <p>A machine with a bare JDK has no fonts, and the JDK's own text drawing fails there. So letters
 * are drawn as the outlines of a font that is packed with the program.
 */
@NullMarked
package org.lepta.ui.card;

import org.jspecify.annotations.NullMarked;
