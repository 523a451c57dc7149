package io.openvpos.authorization;

import io.openvpos.authorization.payment.Exemptions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which payments may claim that their cardholder need not be authenticated.
@ConfigurationProperties("vpos.exemptions")
public record ExemptionSettings(@DefaultValue List<Claim> rules) {

  /// One exemption and what it is claimed for.
  ///
  /// @param currency ISO 4217; none: any
  /// @param upTo the largest amount, minor units
  /// @param maxScore the highest risk score
  public record Claim(
      String name,
      @Nullable String currency,
      @DefaultValue("10000000000") long upTo,
      @DefaultValue("100") int maxScore) {}

  public Exemptions table() {
    return new Exemptions(
        rules.stream()
            .map(rule ->
                new Exemptions.Rule(rule.name(), rule.currency(), rule.upTo(), rule.maxScore()))
            .toList());
  }
}
