package io.openvpos.merchant.profile.http;

import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.contract.request.TermsReading;
import io.openvpos.merchant.profile.Onboarding.NewMerchant;
import io.openvpos.merchant.profile.domain.CaptureRules;
import io.openvpos.merchant.profile.domain.RiskPolicy;
import io.openvpos.merchant.request.FieldErrors;
import io.openvpos.money.Iban;
import io.openvpos.money.Mode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads and checks a merchant to be.
public final class MerchantReading {

  private static final Set<String> CURRENCIES = Set.of("TRY", "USD", "EUR", "GBP");

  /// Going live takes more than that: see [io.openvpos.merchant.golive].
  private static final Set<String> MODES = Set.of("test");

  private static final int MAX_NAME = 140;

  private MerchantReading() {}

  static NewMerchant read(MerchantRequest sent) {
    FieldErrors errors = new FieldErrors();
    String name = errors.required(sent.name(), "/name");
    errors.check(name.length() <= MAX_NAME, "/name", "too_long");
    String mcc = errors.required(sent.mcc(), "/mcc");
    errors.check(mcc.isEmpty() || mcc.matches("[0-9]{4}"), "/mcc", "invalid_format");
    String iban = errors.required(sent.iban(), "/iban").replace(" ", "");
    errors.check(iban.isEmpty() || Iban.valid(iban), "/iban", "invalid_iban");
    List<String> currencies = listed(sent.currencies(), CURRENCIES, "/currencies", errors);
    List<String> modes = listed(sent.modes(), MODES, "/modes", errors);
    Terms terms = terms(sent, errors);
    errors.throwIfAny();
    return new NewMerchant(
        name,
        mcc,
        iban,
        currencies,
        modes.stream().map(Mode::of).toList(),
        terms.contract(),
        terms.riskPolicy(),
        terms.captureRules());
  }

  /// What is agreed with a merchant.
  public record Terms(ContractTerms contract, RiskPolicy riskPolicy, CaptureRules captureRules) {}

  /// Only the terms; where `errors` has found anything, they are not what was sent.
  public static Terms terms(MerchantRequest sent, FieldErrors errors) {
    RiskPolicy policy = policy(sent.riskPolicy());
    errors.check(policy.valid(), "/risk_policy", "out_of_range");
    CaptureRules rules = rules(sent.captureRules());
    errors.check(rules.valid(), "/capture_rules", "out_of_range");
    TermsReading.Read contract =
        TermsReading.read(
            sent.contract(),
            new TermsReading.Basis(
                "/contract", ContractTerms.demo(), sent.mcc(), ContractBook.ALWAYS));
    errors.addAll(contract.faults());
    return new Terms(contract.terms(), policy, rules);
  }

  private static List<String> listed(
      @Nullable List<String> sent, Set<String> allowed, String pointer, FieldErrors errors) {
    List<String> distinct =
        sent == null ? List.of() : sent.stream().filter(Objects::nonNull).distinct().toList();
    errors.check(!distinct.isEmpty(), pointer, "required");
    errors.check(allowed.containsAll(distinct), pointer, "invalid");
    return distinct;
  }

  private static RiskPolicy policy(MerchantRequest.@Nullable Policy sent) {
    RiskPolicy other = RiskPolicy.DEFAULT;
    if (sent == null) {
      return other;
    }
    return new RiskPolicy(
        Objects.requireNonNullElse(sent.floorMinorUnits(), other.floorMinorUnits()),
        Objects.requireNonNullElse(sent.attemptsPerMinute(), other.attemptsPerMinute()),
        Objects.requireNonNullElse(sent.attemptsPerHour(), other.attemptsPerHour()),
        Objects.requireNonNullElse(sent.attemptsPerDay(), other.attemptsPerDay()));
  }

  private static CaptureRules rules(MerchantRequest.@Nullable Rules sent) {
    CaptureRules other = CaptureRules.DEFAULT;
    if (sent == null) {
      return other;
    }
    return new CaptureRules(
        Objects.requireNonNullElse(sent.manualCaptureAllowed(), other.manualCaptureAllowed()),
        Objects.requireNonNullElse(sent.holdDays(), other.holdDays()),
        Objects.requireNonNullElse(sent.maxInstallments(), other.maxInstallments()));
  }
}
