@NullMarked
package org.lepta.ui.card;

import org.jspecify.annotations.NullMarked;
