/** Tests that hold for the service as a whole: its modules and what each may depend on. */
@NullMarked
package org.lepta.service;

import org.jspecify.annotations.NullMarked;
