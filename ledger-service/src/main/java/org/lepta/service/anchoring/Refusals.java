package org.lepta.service.anchoring;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lepta.service.anchoring.contract.LeptaAnchor;
import org.web3j.abi.CustomErrorEncoder;
import org.web3j.abi.datatypes.CustomError;

/** The contract's own errors, by the first four bytes of their encoding. */
final class Refusals {

  private static final int SELECTOR_DIGITS = 10;

  private static final Map<String, String> NAMES =
      List.of(
              LeptaAnchor.MEMBERSNOTASCENDING_ERROR,
              LeptaAnchor.NEWROOTDIFFERS_ERROR,
              LeptaAnchor.OLDROOTDIFFERS_ERROR,
              LeptaAnchor.OLDSIZEISOTHER_ERROR,
              LeptaAnchor.PROOFTOOLONG_ERROR,
              LeptaAnchor.PROOFTOOSHORT_ERROR,
              LeptaAnchor.SIGNATURENOTCANONICAL_ERROR,
              LeptaAnchor.SIGNERUNKNOWN_ERROR,
              LeptaAnchor.SIGNERSNOTASCENDING_ERROR,
              LeptaAnchor.SIZENOTGROWING_ERROR,
              LeptaAnchor.THRESHOLDOUTOFRANGE_ERROR,
              LeptaAnchor.TOOFEWSIGNATURES_ERROR)
          .stream()
          .collect(Collectors.toMap(Refusals::selector, Function.identity()))
          .entrySet()
          .stream()
          .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getName()));

  private Refusals() {}

  private static String selector(CustomError error) {
    return CustomErrorEncoder.encode(error).substring(0, SELECTOR_DIGITS);
  }

  /** Returns the name of the error whose encoding this is; null if it is none of ours. */
  static @Nullable String name(@Nullable Object data) {
    String hex = data == null ? "" : data.toString().replace("\"", "");
    return hex.length() < SELECTOR_DIGITS ? null : NAMES.get(hex.substring(0, SELECTOR_DIGITS));
  }
}
