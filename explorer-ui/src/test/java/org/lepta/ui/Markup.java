package org.lepta.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A strict check of markup: every element is closed in its order, every attribute is quoted. */
final class Markup {
  private static final Set<String> VOID = Set.of("meta", "link", "img", "input", "br", "hr");
  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-z][a-z0-9]*)((?: [a-zA-Z:-]+(?:=\"[^\"]*\")?)*)(/?)>");

  private Markup() {}

  /** What is wrong with the document, or nothing. */
  static List<String> unbalanced(String html) {
    String rest = html.replaceFirst("^<!doctype html>\\s*", "");
    Deque<String> open = new ArrayDeque<>();
    Matcher tag = TAG.matcher(rest);
    int end = 0;
    while (tag.find()) {
      if (rest.substring(end, tag.start()).contains("<")) {
        return List.of("stray < before " + tag.group());
      }
      end = tag.end();
      String name = tag.group(2);
      if (tag.group(1).isEmpty()) {
        if (tag.group(4).isEmpty() && !VOID.contains(name)) {
          open.push(name);
        }
      } else if (open.isEmpty() || !open.pop().equals(name)) {
        return List.of("out of order: " + tag.group());
      }
    }
    boolean tail = rest.substring(end).contains("<");
    return open.isEmpty() && !tail ? List.of() : List.of("left open: " + open);
  }
}
