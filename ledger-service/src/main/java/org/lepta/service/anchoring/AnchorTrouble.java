package org.lepta.service.anchoring;

/** Why nothing is anchored; the names are the stable codes of docs/reference/anchor. */
public enum AnchorTrouble {
  /** The node of the chain gives no answer. */
  ANCHOR_CHAIN_UNREACHABLE,
  /** The node answers with an error, or with what is no answer. */
  ANCHOR_CHAIN_REFUSED,
  /** The node is of another chain than the settings name. */
  ANCHOR_WRONG_CHAIN,
  /** There is no contract at the address. */
  ANCHOR_NO_CONTRACT,
  /** The contract anchors another log. */
  ANCHOR_OTHER_ORIGIN,
  /** Fewer members than the contract asks for have signed. */
  ANCHOR_SIGNATURES_MISSING,
  /** The chain asks for a higher fee than the settings allow. */
  ANCHOR_FEE_ABOVE_CAP,
  /** The account that submits cannot pay. */
  ANCHOR_NO_FUNDS,
  /** The contract would refuse, or has refused, what was made for it. */
  ANCHOR_REFUSED,
  /** The contract holds more than this service has published. */
  ANCHOR_AHEAD,
  /** The contract holds another root, in a block that may still vanish. */
  ANCHOR_DIFFERS,
  /** The contract holds another root for ever. */
  ANCHOR_CONTRADICTS,
  /** A timestamp authority gives no answer. */
  ANCHOR_AUTHORITY_UNREACHABLE,
  /** A timestamp authority answers with what does not verify. */
  ANCHOR_TOKEN_INVALID,
  /** Files cannot be written or read now. */
  ANCHOR_FILES_TROUBLE,
  /** Something unforeseen. */
  ANCHOR_FAILED;

  /** Whether it may pass by itself; all others last until the service is started again. */
  public boolean mayPass() {
    return this != ANCHOR_CONTRADICTS && this != ANCHOR_FAILED;
  }
}
