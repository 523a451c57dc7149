package io.openvpos.authorization.risk;

import io.openvpos.authorization.vault.StoredCard;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import org.jspecify.annotations.Nullable;

/// Queries for tests; the floor is 500.00.
public final class RiskQueries {

  private RiskQueries() {}

  public static RiskQuery query(long amount) {
    return query(amount, "198.51.100.7", "shopper@example.com");
  }

  static RiskQuery query(long amount, @Nullable String ip, @Nullable String email) {
    return query(amount, ip, email, AuthenticationStanding.POSSIBLE);
  }

  static RiskQuery query(long amount, AuthenticationStanding standing) {
    return query(amount, "198.51.100.7", "shopper@example.com", standing);
  }

  private static RiskQuery query(
      long amount, @Nullable String ip, @Nullable String email, AuthenticationStanding standing) {
    return new RiskQuery(
        "pay_1",
        "mrc_1",
        Mode.TEST,
        new StoredCard(
            "tok_1", "visa", "41556501", "6111", "credit", "TR", "domestic_credit", "f1f1"),
        Money.of(amount, "TRY"),
        1,
        ip,
        email,
        "dev-7",
        standing,
        new RiskPolicy(50_000, 5, 20, 100));
  }
}
