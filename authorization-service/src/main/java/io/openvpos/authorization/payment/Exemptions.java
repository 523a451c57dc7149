package io.openvpos.authorization.payment;

import io.openvpos.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Under what conditions a payment may claim that its cardholder need not be authenticated: data,
/// because schemes and regulators set the figures and change them.
public record Exemptions(List<Rule> rules) {

  /// The claim for payments without a shopper: only with a card kept before.
  static final String MERCHANT_INITIATED = "merchant_initiated";

  /// One line of the table.
  ///
  /// @param name low_value, transaction_risk or merchant_initiated
  /// @param currency of the amount; null: any
  /// @param upTo minor units, inclusive
  /// @param maxScore the highest risk score, 0 to 100
  public record Rule(String name, @Nullable String currency, long upTo, int maxScore) {

    private boolean allows(String claimed, Money amount, int score) {
      return name.equals(claimed)
          && (currency == null || currency.equals(amount.currency().getCurrencyCode()))
          && amount.minorUnits() <= upTo
          && score <= maxScore;
    }
  }

  public Exemptions {
    rules = List.copyOf(rules);
  }

  /// Whether the claim holds.
  ///
  /// @param kept whether the card was kept before, so that no shopper need be there
  boolean allow(String claimed, Money amount, int score, boolean kept) {
    return (kept || !claimed.equals(MERCHANT_INITIATED))
        && rules.stream().anyMatch(rule -> rule.allows(claimed, amount, score));
  }
}
