package org.lepta.ui.view;

import org.lepta.ui.text.Labelled;

/** What a stream of a flow picture is: where money came from, or what became of it. */
public enum FlowRole implements Labelled {
  OPENED("new"),
  GIVER("new"),
  OTHER_GIVERS("new"),
  UNNAMED_GIVERS("new"),
  INCOME("new"),
  TRANSFERRED_IN("hop"),
  EXCHANGED_IN("hop"),
  CAME_BACK("back"),
  SHORT("lack"),
  NOT_PUBLISHED("lack"),
  UNEXPLAINED("lack"),
  RECIPIENT("paid"),
  OTHER_RECIPIENTS("paid"),
  UNNAMED_RECIPIENTS("paid"),
  PROMISED("due"),
  OTHER_PROMISED("due"),
  UNNAMED_PROMISED("due"),
  SPENT_PROGRAMME("cost"),
  SPENT_RUNNING("cost"),
  SPENT_FUNDRAISING("cost"),
  SPENT_FEE("cost"),
  REFUNDED("back"),
  TRANSFERRED_OUT("hop"),
  EXCHANGED_OUT("hop"),
  RELEASED("due"),
  OUTSTANDING("due"),
  FREE("left");

  private final String look;

  FlowRole(String look) {
    this.look = look;
  }

  /** The style class of the stream. */
  public String look() {
    return look;
  }

  @Override
  public String prefix() {
    return "flow";
  }
}
