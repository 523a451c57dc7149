package io.openvpos.merchant.sitecheck.domain.judge;

import io.openvpos.merchant.sitecheck.domain.Evidence;
import io.openvpos.merchant.sitecheck.domain.seen.Page;
import java.util.Optional;

/// A page's text, cleaned for showing and folded for searching.
record ReadText(Page page, String headings, String clean, String folded) {

  private static final int BEFORE = 40;
  private static final int AFTER = 120;

  static ReadText of(Page page) {
    String clean = Folding.clean(page.text());
    return new ReadText(
        page, Folding.fold(Folding.clean(page.headings())), clean, Folding.fold(clean));
  }

  /// The words around the first phrase of the list, if there is one.
  Optional<Evidence> show(Words words, String what) {
    return words.in(folded).map(at -> show(at, what));
  }

  Evidence show(int at, String what) {
    int from = Math.max(0, at - BEFORE);
    int to = Math.min(clean.length(), at + AFTER);
    return new Evidence(page.address().toString(), what, clean.substring(from, to));
  }

  /// The text's beginning.
  Evidence start(String what) {
    return show(0, what);
  }
}
