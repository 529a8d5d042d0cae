package org.lepta.service.anchoring;

import java.util.List;

/**
 * Who may sign.
 *
 * @param addresses of their keys, lower case, ascending
 * @param threshold how many must
 * @param epoch how often that was set
 */
record Members(List<String> addresses, int threshold, long epoch) {

  Members {
    addresses = List.copyOf(addresses);
  }
}
