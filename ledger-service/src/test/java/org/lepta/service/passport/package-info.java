@NullMarked
package org.lepta.service.passport;

import org.jspecify.annotations.NullMarked;
