package org.lepta.service.command.bench;

import java.util.List;

/**
 * One way of recording, measured once.
 *
 * @param entries in valid transactions
 * @param lost entries in transactions that were not valid at the first attempt
 * @param seconds from the first call to the last answer
 * @param latencies of the calls, in milliseconds
 * @param cpu what was used meanwhile
 */
record Round(long entries, long lost, double seconds, List<Double> latencies, Cpu cpu) {

  Round {
    latencies = List.copyOf(latencies);
  }

  double perSecond() {
    return entries / seconds;
  }
}
