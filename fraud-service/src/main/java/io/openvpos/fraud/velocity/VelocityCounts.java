package io.openvpos.fraud.velocity;

/// Attempts of one card in the windows that end at the attempt being counted, that one included.
public record VelocityCounts(int minute, int hour, int day) {

  public int of(Window window) {
    return switch (window) {
      case MINUTE -> minute;
      case HOUR -> hour;
      case DAY -> day;
    };
  }
}
