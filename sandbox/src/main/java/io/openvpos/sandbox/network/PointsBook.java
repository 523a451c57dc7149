package io.openvpos.sandbox.network;

import java.util.List;
import java.util.Locale;

/// The simulated issuers' book of loyalty points. A card has as many, in kuruş, as its last four
/// digits say, so a test knows them without a memory here.
final class PointsBook {

  /// The account type of points, in DE 3 and DE 54.
  private static final String ACCOUNT = "90";

  private static final String AVAILABLE = "02";
  private static final String LIRA = "949";
  private static final List<String> COLLECTING = List.of("41556501", "55287900");
  private static final int TAIL = 4;

  private PointsBook() {}

  /// Whether the inquiry is of points and the card collects them.
  static boolean tells(NetworkMessage message) {
    return message.processingCode().startsWith(NetworkRecord.INQUIRY + ACCOUNT)
        && COLLECTING.stream().anyMatch(message.pan()::startsWith);
  }

  /// DE 54 of the answer; empty for any currency but the one that points are kept in.
  static String amounts(NetworkMessage message) {
    if (!message.currency().equals(LIRA)) {
      return "";
    }
    String tail = message.pan().substring(message.pan().length() - TAIL);
    return String.format(
        Locale.ROOT, "%s%s%sC%012d", ACCOUNT, AVAILABLE, LIRA, Long.parseLong(tail));
  }
}
