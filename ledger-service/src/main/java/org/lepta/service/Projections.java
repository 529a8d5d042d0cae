package org.lepta.service;

import java.util.List;
import org.lepta.service.indexing.Projection;
import org.lepta.service.indexing.facet.ListCounts;
import org.lepta.service.indexing.facet.ListSizes;
import org.lepta.service.indexing.finding.FindingRows;
import org.lepta.service.indexing.flow.FlowSums;
import org.lepta.service.indexing.read.DaySums;
import org.lepta.service.indexing.read.GrantTitleRows;
import org.lepta.service.indexing.read.TotalsProjection;
import org.lepta.service.trail.FundLines;

/** The read models that move with the log, in the order in which they are fed. */
public final class Projections {

  private Projections() {}

  /** All of them, new ones each time. */
  public static List<Projection> standard() {
    return List.of(
        new TotalsProjection(),
        new ListCounts(),
        new ListSizes(),
        new FlowSums(),
        new FundLines(),
        new FindingRows(),
        new DaySums(),
        new GrantTitleRows());
  }
}
