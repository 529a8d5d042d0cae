package org.lepta.service.indexing.read;

/** What a stream of a flow picture is: where money came from, or what became of it. */
public enum FlowRole {
  OPENED,
  GIVER,
  OTHER_GIVERS,
  UNNAMED_GIVERS,
  INCOME,
  TRANSFERRED_IN,
  EXCHANGED_IN,
  /** Paid back by grantees. */
  CAME_BACK,
  /** What a managed fund lacks. */
  SHORT,
  /** What a reported fund paid out while it states no income at all. */
  NOT_PUBLISHED,
  /** What a reported fund paid out beyond what it states to have received. */
  UNEXPLAINED,
  RECIPIENT,
  OTHER_RECIPIENTS,
  UNNAMED_RECIPIENTS,
  /** A recipient that was promised money, where nothing is paid yet. */
  PROMISED,
  OTHER_PROMISED,
  UNNAMED_PROMISED,
  SPENT_PROGRAMME,
  SPENT_RUNNING,
  SPENT_FUNDRAISING,
  SPENT_FEE,
  REFUNDED,
  TRANSFERRED_OUT,
  EXCHANGED_OUT,
  RELEASED,
  OUTSTANDING,
  FREE
}
