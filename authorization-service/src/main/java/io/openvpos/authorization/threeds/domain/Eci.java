package io.openvpos.authorization.threeds.domain;

import java.util.List;

/// The electronic commerce indicator: how strongly a payment was authenticated, in the words of its
/// scheme. Mastercard and Maestro count 02, 01, 00; every other scheme, Troy too, 05, 06, 07.
public final class Eci {

  private static final List<String> LOW = List.of("mastercard", "maestro");

  private Eci() {}

  /// Full, attempted or none, by the outcome.
  public static String of(String brand, Outcome outcome) {
    boolean low = LOW.contains(brand);
    return switch (outcome) {
      case AUTHENTICATED -> low ? "02" : "05";
      case ATTEMPTED -> low ? "01" : "06";
      case FAILED, REJECTED, UNAVAILABLE, UNANSWERED, EXPIRED -> low ? "00" : "07";
    };
  }
}
