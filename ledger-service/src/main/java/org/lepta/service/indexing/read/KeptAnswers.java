package org.lepta.service.indexing.read;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What was worked out once, kept for a while, since it never changes. One question is worked on at
 * a time and few wait, so that old figures never take the whole machine, nor all connections.
 * Thread-safe.
 */
final class KeptAnswers {

  private static final int KEPT = 256;

  /** What is known of every fund and payment of the ledger takes much room. */
  private static final int KEPT_OF_LEDGER = 4;

  private static final int MOST_WAITING = 2;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<List<Object>, Object> kept = newest(KEPT);
  private final Map<List<Object>, Object> ofLedger = newest(KEPT_OF_LEDGER);

  /** Answers by question, as many as were asked for last. */
  private static Map<List<Object>, Object> newest(int most) {
    return Collections.synchronizedMap(
        new LinkedHashMap<>(most, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<List<Object>, Object> eldest) {
            return size() > most;
          }
        });
  }

  /**
   * The answer to a question, worked out unless it is kept; the work may ask other questions.
   *
   * @throws org.lepta.service.kernel.RefusalException with {@link ReadCode#BUSY} if too many wait
   */
  <T> T once(List<Object> question, Supplier<T> work) {
    return once(kept, question, work);
  }

  /** The same of the whole ledger, of which few are kept. */
  <T> T onceOfLedger(List<Object> question, Supplier<T> work) {
    return once(ofLedger, question, work);
  }

  @SuppressWarnings("unchecked")
  private <T> T once(Map<List<Object>, Object> answers, List<Object> question, Supplier<T> work) {
    Object known = answers.get(question);
    return known != null ? (T) known : alone(answers, question, work);
  }

  @SuppressWarnings("unchecked")
  private <T> T alone(Map<List<Object>, Object> answers, List<Object> question, Supplier<T> work) {
    if (!lock.isHeldByCurrentThread() && lock.getQueueLength() >= MOST_WAITING) {
      throw ReadCode.BUSY.refusal(
          "Figures of other sizes of the log are being worked out; please ask again in a moment.");
    }
    lock.lock();
    try {
      Object known = answers.get(question);
      if (known == null) {
        known = work.get();
        answers.put(question, known);
      }
      return (T) known;
    } finally {
      lock.unlock();
    }
  }
}
