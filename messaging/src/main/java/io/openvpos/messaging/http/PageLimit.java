package io.openvpos.messaging.http;

import org.jspecify.annotations.Nullable;

/// How many a page of a list holds, as the parameter `limit` says. Read by the controller and not
/// by the parameter's type: whoever may not see the list is told that first.
public final class PageLimit {

  /// If nobody says.
  public static final int USUAL = 20;

  /// The most of nearly every list.
  public static final int MOST = 100;

  private PageLimit() {}

  /// From 1 to [#MOST]; [#USUAL] for null.
  public static int of(@Nullable String sent) {
    return of(sent, MOST);
  }

  /// From 1 to `most`; [#USUAL] for null.
  public static int of(@Nullable String sent, int most) {
    if (sent == null) {
      return USUAL;
    }
    int limit;
    try {
      limit = Integer.parseInt(sent);
    } catch (NumberFormatException malformed) {
      throw ProblemException.invalid("limit", "invalid_type");
    }
    if (limit < 1 || limit > most) {
      throw ProblemException.invalid("limit", "out_of_range");
    }
    return limit;
  }
}
