package io.openvpos.merchant.profile;

import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.audit.domain.AuditRecord;
import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.profile.domain.CaptureRules;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.merchant.profile.domain.Registration;
import io.openvpos.merchant.profile.domain.RiskPolicy;
import io.openvpos.merchant.profile.domain.Status;
import io.openvpos.money.Mode;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes a merchant on. Contract version 1 is in the same document as the merchant, so it is stored
/// before the first profile can be told.
@Component
public final class Onboarding {

  private static final int TERMINALS = 100_000_000;
  private static final int ID_BYTES = 10;

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

  /// By staff directly, without an application.
  public Merchant takeOn(NewMerchant wanted, Actor by) {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return open("mer_" + HexFormat.of().formatHex(id), wanted, null, false, by);
  }

  /// From an accepted application. Its merchant's id follows from the application's, so that a
  /// repetition finds the merchant that the first attempt made.
  public Merchant open(String applicationId, NewMerchant wanted, boolean hostedPageOnly, Actor by) {
    return open(merchantId(applicationId), wanted, applicationId, hostedPageOnly, by);
  }

  /// The id of the merchant that an application makes.
  public static String merchantId(String applicationId) {
    return "mer_" + AuditRecord.sha256(applicationId).substring(0, 2 * ID_BYTES);
  }

  private Merchant open(
      String id,
      NewMerchant wanted,
      @Nullable String applicationId,
      boolean hostedPageOnly,
      Actor by) {
    while (true) {
      Optional<Merchant> there = merchants.find(id);
      if (there.isPresent()) {
        return there.get();
      }
      String terminal = String.format(Locale.ROOT, "%08d", random.nextInt(TERMINALS));
      Registration registration = Registration.of(terminal, applicationId, hostedPageOnly);
      Merchant merchant = merchant(id, terminal, registration, wanted);
      // Only a taken id or terminal id refuses it: the one is found, the other drawn again.
      if (merchants.insert(merchant, new Action("merchant.opened", by, clock.instant()))) {
        return merchant;
      }
    }
  }

  private Merchant merchant(
      String id, String terminal, Registration registration, NewMerchant wanted) {
    return new Merchant(
        id,
        1,
        wanted.name(),
        Status.ACTIVE,
        wanted.mcc(),
        terminal,
        registration,
        wanted.iban(),
        wanted.modes(),
        wanted.currencies(),
        wanted.riskPolicy(),
        wanted.captureRules(),
        ContractBook.first(wanted.terms().forCategory(wanted.mcc())),
        List.of(),
        null,
        clock.instant());
  }
}
