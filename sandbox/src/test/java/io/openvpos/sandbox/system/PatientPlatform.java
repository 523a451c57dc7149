package io.openvpos.sandbox.system;

import io.openvpos.sandbox.ground.ChosenGround;
import io.openvpos.sandbox.platform.Platform;
import io.openvpos.sandbox.platform.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// A platform for tests, on a machine that may be slow at any moment: nothing but a fault lets the
/// issuer's or risk's time run out, and no midnight ends the business day.
final class PatientPlatform {

  /// Longer than anything takes; what a wait is for decides when it ends.
  static final Duration PATIENCE = Duration.ofMinutes(3);

  /// A second person of the acquirer's finance: some things need two.
  static final String SECOND_EMAIL = "second.finance@acquirer.test";

  static final String SECOND_PASSWORD = "Ikinci-Imza-2027!";
  private static final String SECOND = "vpos.merchant.bootstrap-users[3].";

  private static final Map<String, String> SETTINGS =
      Map.of(
          "vpos.issuer.answer-timeout",
          "5s",
          "vpos.risk.budget",
          "5s",
          "vpos.settlement.first-day",
          "2027-03-01",
          SECOND + "email",
          SECOND_EMAIL,
          SECOND + "password",
          SECOND_PASSWORD,
          SECOND + "roles",
          "acquirer_finance");

  private PatientPlatform() {}

  static Platform start(Path data) {
    return start(data, Map.of());
  }

  /// With other settings over these.
  static Platform start(Path data, Map<String, String> over) {
    Map<String, String> settings = new HashMap<>(SETTINGS);
    settings.putAll(over);
    return Platform.start(data, Ports.free(), settings, ChosenGround::start);
  }

  /// On embedded servers in any case, which open what others left in the folder.
  static Platform startEmbedded(Path data) {
    return Platform.start(data, Ports.free(), SETTINGS);
  }
}
