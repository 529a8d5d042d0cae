/** How many entries each list has, by unit and year: counts that are kept in step with the log. */
@org.jspecify.annotations.NullMarked
package org.lepta.service.indexing.facet;
