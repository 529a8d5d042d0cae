package org.lepta.service.indexing.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lepta.service.indexing.flow.FlowFold.Pot;
import org.lepta.service.indexing.flow.GiftWait;
import org.lepta.service.indexing.flow.WaitBand;

/** A row of {@link org.lepta.service.indexing.flow.GiftWaits}. */
record WaitRow(boolean managed, String unit, WaitBand band, GiftWait waited) {

  static WaitRow read(ResultSet row, int n) throws SQLException {
    return new WaitRow(
        row.getBoolean("managed"),
        row.getString("unit"),
        WaitBand.ofLabel(row.getString("band")),
        new GiftWait(row.getBigDecimal("amount"), row.getBigDecimal("unit_days")));
  }

  static Map<WaitBand, GiftWait> byBand(List<WaitRow> rows, Pot pot) {
    Map<WaitBand, GiftWait> waits = new EnumMap<>(WaitBand.class);
    rows.stream()
        .filter(row -> row.managed() == pot.managed() && row.unit().equals(pot.unit()))
        .forEach(row -> waits.put(row.band(), row.waited()));
    return waits;
  }
}
