package org.lepta.service.trail;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What movements added to a book and which stored pieces they changed. Not thread-safe. */
final class LineChanges {

  final Set<Line> openedLines = new LinkedHashSet<>();
  final Set<Line> changedLines = new LinkedHashSet<>();
  final Set<Given> newGivens = new LinkedHashSet<>();
  final Set<Given> changedGivens = new LinkedHashSet<>();
  final Set<Spent> newSpents = new LinkedHashSet<>();
  final Set<Spent> changedSpents = new LinkedHashSet<>();
  final List<Draw> newDraws = new ArrayList<>();
  final Set<Voided> newVoids = new LinkedHashSet<>();
  final Set<Voided> changedVoids = new LinkedHashSet<>();
  final List<Relief> newReliefs = new ArrayList<>();

  void opened(Line line) {
    openedLines.add(line);
  }

  void changed(Line line) {
    if (!openedLines.contains(line)) {
      changedLines.add(line);
    }
  }

  void added(Given piece) {
    newGivens.add(piece);
  }

  void changed(Given piece) {
    if (!newGivens.contains(piece)) {
      changedGivens.add(piece);
    }
  }

  void added(Spent payment) {
    newSpents.add(payment);
  }

  void changed(Spent payment) {
    if (!newSpents.contains(payment)) {
      changedSpents.add(payment);
    }
  }

  void added(Draw draw) {
    newDraws.add(draw);
  }

  void added(Voided units) {
    newVoids.add(units);
  }

  void changed(Voided units) {
    if (!newVoids.contains(units)) {
      changedVoids.add(units);
    }
  }

  void added(Relief relief) {
    newReliefs.add(relief);
  }
}
