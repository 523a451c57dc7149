package io.openvpos.messaging.http;

import java.util.regex.Pattern;

/// Runs of digits as long as a card number, which are not repeated to anybody.
public final class CardLength {

  private static final Pattern RUN =
      Pattern.compile("[0-9](?:(?:[-._+~,;: ]|%[0-9A-Fa-f]{2})*[0-9]){11,}");

  private CardLength() {}

  public static String masked(String text) {
    return RUN.matcher(text).replaceAll("*");
  }
}
