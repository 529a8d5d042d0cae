/**
 * What stands out, each by a rule that is written down (docs/reference/exceptions): kept in step
 * with the log, so that a page shows it without looking for it. A finding is no verdict.
 */
@NullMarked
package org.lepta.service.indexing.finding;

import org.jspecify.annotations.NullMarked;
