package io.openvpos.merchant.staff;

import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whether the acquirer's staff need a second factor.
///
/// @param secondFactor `required`: the acquirer's staff see no page before they have set one up;
///   `offered`: they may
@ConfigurationProperties("vpos.merchant")
public record SecondFactorSettings(@DefaultValue("required") String secondFactor) {

  public SecondFactorSettings {
    secondFactor = secondFactor.toLowerCase(Locale.ROOT);
    if (!secondFactor.equals("required") && !secondFactor.equals("offered")) {
      throw new IllegalArgumentException(
          "vpos.merchant.second-factor is neither required nor offered");
    }
  }

  public boolean isRequired() {
    return secondFactor.equals("required");
  }
}
