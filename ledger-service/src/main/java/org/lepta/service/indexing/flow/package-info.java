/**
 * Who gave and who received, by fund, by owner and in all: the sums that flow pictures and
 * analytics are drawn from, kept in step with the log.
 */
@org.jspecify.annotations.NullMarked
package org.lepta.service.indexing.flow;
