package io.openvpos.authorization.profile;

import io.openvpos.authorization.risk.RiskPolicy;
import io.openvpos.money.Mode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Everything the edge decides by for one merchant.
///
/// @param terminalId DE 41 of the merchant's payments
/// @param mcc merchant category code, ISO 18245
/// @param contracts the contract versions, the earliest day first; the first holds for every day
public record MerchantTerms(
    String merchantId,
    String name,
    Status status,
    Set<Mode> modes,
    Set<Currency> currencies,
    String terminalId,
    String mcc,
    RiskPolicy risk,
    CaptureTerms capture,
    List<ContractStart> contracts,
    CheckoutTerms checkout,
    ThreeDSecureTerms authentication) {

  private static final Set<String> IN_PARTS = Set.of("own_bank", "domestic_credit", "commercial");

  /// Whether the merchant may take payments.
  public enum Status {
    ACTIVE,
    SUSPENDED,
    CLOSED
  }

  public MerchantTerms {
    if (contracts.isEmpty()) {
      throw new IllegalArgumentException("a merchant without a contract: " + merchantId);
    }
    modes = Set.copyOf(modes);
    currencies = Set.copyOf(currencies);
    contracts = contracts.stream().sorted(Comparator.comparing(ContractStart::fromDay)).toList();
  }

  public boolean isActive() {
    return status == Status.ACTIVE;
  }

  /// The most instalments that a card of a class is offered: what the merchant agreed to, as far as
  /// law and category go. Where those are not told, only credit cards of this country pay in parts.
  public int mostInstallments(String cardClass) {
    Map<String, Integer> limits = checkout.installmentLimits();
    int limit =
        limits.isEmpty()
            ? (IN_PARTS.contains(cardClass) ? capture.maxInstallments() : 1)
            : limits.getOrDefault(cardClass, 1);
    return Math.min(limit, capture.maxInstallments());
  }

  /// The version that prices a business day: the last one that starts on it or before. The first
  /// version holds for every day, also for those before its own.
  public int contractVersionOn(LocalDate day) {
    return contracts.stream()
        .filter(contract -> !contract.fromDay().isAfter(day))
        .reduce((earlier, later) -> later)
        .orElse(contracts.getFirst())
        .version();
  }
}
