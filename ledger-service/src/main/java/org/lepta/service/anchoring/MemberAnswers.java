package org.lepta.service.anchoring;

import java.util.List;

/** Asks the other members' services. Thread-safe. */
@FunctionalInterface
public interface MemberAnswers {

  /**
   * Asks all of them at once by GET and returns the bodies of those that answered 200, in bounded
   * time; what they say is believed by nobody.
   *
   * @param path with a slash before it
   * @param mostBytes of one body
   */
  List<byte[]> ask(String path, int mostBytes) throws InterruptedException;
}
