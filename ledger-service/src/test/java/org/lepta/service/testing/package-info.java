/** What the tests of several modules share: a database for each test class and shared files. */
@NullMarked
package org.lepta.service.testing;

import org.jspecify.annotations.NullMarked;
