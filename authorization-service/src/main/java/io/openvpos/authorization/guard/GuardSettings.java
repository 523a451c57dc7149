package io.openvpos.authorization.guard;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator may set of the guard against card testing.
///
/// @param testMode whether test mode is guarded too: its cards are published, its shoppers programs
/// @param window attempts and declines older than this are forgotten
/// @param address of one shopper's address at one merchant; many shoppers of a mobile network may
///   share one
/// @param card of one card, at all merchants
/// @param device of one device at one merchant
/// @param remembered names at once; the one unused for longest is forgotten first
@ConfigurationProperties("vpos.guard")
public record GuardSettings(
    @DefaultValue("false") boolean testMode,
    @DefaultValue("10m") Duration window,
    @DefaultValue Address address,
    @DefaultValue Card card,
    @DefaultValue Device device,
    @DefaultValue("50000") int remembered) {

  public GuardSettings {
    if (!window.isPositive() || remembered < 1) {
      throw new IllegalArgumentException("vpos.guard: window and remembered are above zero");
    }
  }

  /// How much may be tried within the window.
  ///
  /// @param attempts cards tried within the window, whatever came of them
  /// @param declines of them declined
  record Limit(int attempts, int declines) {
    Limit {
      if (attempts < 1 || declines < 1) {
        throw new IllegalArgumentException("vpos.guard: limits are above zero");
      }
    }
  }

  /// What may come from one address.
  public record Address(@DefaultValue("300") int attempts, @DefaultValue("30") int declines) {
    Limit limit() {
      return new Limit(attempts, declines);
    }
  }

  /// What may be done with one card.
  public record Card(@DefaultValue("30") int attempts, @DefaultValue("10") int declines) {
    Limit limit() {
      return new Limit(attempts, declines);
    }
  }

  /// What may come from one device.
  public record Device(@DefaultValue("60") int attempts, @DefaultValue("10") int declines) {
    Limit limit() {
      return new Limit(attempts, declines);
    }
  }
}
