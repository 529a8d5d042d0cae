/** Tests of the database's life, each against real servers. */
@NullMarked
package org.lepta.service.platform.database;

import org.jspecify.annotations.NullMarked;
