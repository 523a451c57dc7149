package io.openvpos.merchant.merchants.page;

import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.merchant.profile.domain.ThreeDSecurePolicy;
import io.openvpos.merchant.profile.domain.ThreeDSecurePolicy.Kind;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageForm;
import io.openvpos.page.TypedAmount;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// A merchant's policy for 3-D Secure as an operator typed it: amounts count with `above` only.
final class ThreeDSecureForm {

  private ThreeDSecureForm() {}

  /// Empty where `errors` says why.
  static Optional<ThreeDSecurePolicy> read(
      PageCaller caller, PageForm form, Merchant merchant, PageErrors errors) {
    Optional<Kind> kind = Kind.of(form.text("policy"));
    errors.check(kind.isPresent(), "policy", "invalid");
    Map<String, Long> above = new TreeMap<>();
    if (kind.equals(Optional.of(Kind.ABOVE))) {
      for (String currency : merchant.currencies()) {
        String typed = form.text("above." + currency);
        OptionalLong amount = TypedAmount.minorUnits(typed, currency, caller.language());
        boolean right =
            typed.isEmpty()
                || (amount.isPresent()
                    && 0 <= amount.getAsLong()
                    && amount.getAsLong() <= ThreeDSecurePolicy.MOST);
        errors.check(right, "policy", "invalid_amount_of", currency);
        amount.ifPresent(units -> above.put(currency, units));
      }
      errors.check(!above.isEmpty(), "policy", "amount_required");
    }
    return errors.isEmpty()
        ? kind.map(chosen -> new ThreeDSecurePolicy(chosen, above))
        : Optional.empty();
  }
}
