package org.lepta.service.consortium;

import org.lepta.service.kernel.Sha256;

/** Where texts can be fetched. */
interface TextSource {

  /** Asks for the text of this hash; what is found has been checked against it. */
  TextAnswer text(Sha256 hash) throws NoAnswerException, InterruptedException;

  /** How many wrong texts it sent so far. */
  long wrongTexts();
}
