package org.lepta.service.explorer.page;

import java.util.ArrayList;
import java.util.List;
import org.lepta.ledger.entry.ApprovalBand;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.money.Unit;
import org.lepta.ui.format.Amount;
import org.lepta.ui.view.Cell;
import org.lepta.ui.view.Field;
import org.lepta.ui.view.FieldName;
import org.lepta.ui.view.Fields;
import org.lepta.ui.view.Lens;
import org.lepta.ui.view.Restriction;

/** The rules of a fund as fields. Defaults are shown only where they bind, in managed funds. */
final class FundFields {

  private static final int DEFAULT_FACT_DAYS = 7;
  private static final int DEFAULT_DECISION_DAYS = 5;

  private FundFields() {}

  static List<Field> of(View view, Fund fund) {
    Fields fields = view.fields();
    List<Field> shown = new ArrayList<>();
    if (fund.restriction() != null) {
      shown.add(fields.restriction(Restriction.valueOf(fund.restriction().name())));
    }
    if (fund.purpose() != null) {
      shown.add(fields.of(FieldName.PURPOSE, new Cell.Text(fund.purpose())));
    }
    if (!fund.units().isEmpty()) {
      shown.add(fields.units(fund.units().stream().map(Unit::code).toList()));
    }
    if (fund.termFrom() != null) {
      shown.add(fields.of(FieldName.STARTS_ON, Cell.day(view.day(fund.termFrom()))));
    }
    if (fund.termTo() != null) {
      shown.add(fields.of(FieldName.ENDS_ON, Cell.day(view.day(fund.termTo()))));
    }
    if (fund.runningCostShare() != null) {
      String share = fund.runningCostShare().toString();
      shown.add(fields.of(FieldName.RUNNING_COST_SHARE, new Cell.Text(share)));
    }
    if (!fund.parents().isEmpty()) {
      List<Cell> parents =
          fund.parents().stream().<Cell>map(id -> new Cell.Linked(view.fund(id))).toList();
      shown.add(fields.of(FieldName.PARENTS, new Cell.Many(parents)));
    }
    if (fund.mode() == FundMode.MANAGED) {
      shown.addAll(managed(view, fund));
    }
    return shown;
  }

  private static List<Field> managed(View view, Fund fund) {
    Fields fields = view.fields();
    List<Field> shown = new ArrayList<>();
    Lens lens = fund.lens() == null ? Lens.FIRST_IN_FIRST_OUT : Lens.valueOf(fund.lens().name());
    shown.add(fields.lens(lens));
    Integer facts = fund.factLimitDays();
    Integer decisions = fund.decisionLimitDays();
    shown.add(
        fields.recordingLimit(
            facts == null ? DEFAULT_FACT_DAYS : facts,
            decisions == null ? DEFAULT_DECISION_DAYS : decisions));
    if (!fund.approvals().isEmpty()) {
      shown.add(
          fields.approvalsNeeded(
              fund.approvals().stream().map(band -> approvals(view, band)).toList()));
    }
    return shown;
  }

  private static String approvals(View view, ApprovalBand band) {
    Amount upTo =
        band.unit() == null || band.upTo() == null ? null : view.money(band.unit(), band.upTo());
    return view.fields().approvals(band.approvals(), upTo);
  }
}
