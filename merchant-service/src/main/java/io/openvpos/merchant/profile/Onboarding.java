package io.openvpos.merchant.profile;

import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.profile.domain.CaptureRules;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.merchant.profile.domain.RiskPolicy;
import io.openvpos.merchant.profile.domain.Status;
import io.openvpos.money.Mode;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Takes a merchant on. Contract version 1 is in the same document as the merchant, so it is stored
/// before the first profile can be told.
@Component
public final class Onboarding {

  private static final int TERMINALS = 100_000_000;

  private final Merchants merchants;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public Onboarding(Merchants merchants, Clock clock) {
    this.merchants = merchants;
    this.clock = clock;
  }

  /// A merchant to be, checked.
  public record NewMerchant(
      String name,
      String mcc,
      String iban,
      List<String> currencies,
      List<Mode> modes,
      ContractTerms terms,
      RiskPolicy riskPolicy,
      CaptureRules captureRules) {}

  public Merchant onboard(NewMerchant wanted) {
    while (true) {
      Merchant merchant = merchant(wanted);
      // Only a taken id or terminal id refuses it, and both are drawn again.
      if (merchants.insert(merchant)) {
        return merchant;
      }
    }
  }

  private Merchant merchant(NewMerchant wanted) {
    byte[] id = new byte[10];
    random.nextBytes(id);
    return new Merchant(
        "mer_" + HexFormat.of().formatHex(id),
        1,
        wanted.name(),
        Status.ACTIVE,
        wanted.mcc(),
        String.format(Locale.ROOT, "%08d", random.nextInt(TERMINALS)),
        wanted.iban(),
        wanted.modes(),
        wanted.currencies(),
        wanted.riskPolicy(),
        wanted.captureRules(),
        ContractBook.first(wanted.terms()),
        List.of(),
        clock.instant());
  }
}
