package io.openvpos.settlement.payout.correction;

import io.openvpos.money.Iban;
import io.openvpos.settlement.payout.domain.Payout;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An account as a person proposes it, before it is known to be one.
///
/// @param iban without spaces, in capitals; empty if nothing was typed
public record WantedAccount(String iban) {

  /// As people write it: in groups, in any case.
  public static WantedAccount typed(@Nullable String text) {
    return new WantedAccount(
        text == null ? "" : text.replace(" ", "").strip().toUpperCase(Locale.ROOT));
  }

  /// What is wrong with it, as the code of a field error.
  public Optional<String> fault() {
    if (iban.isEmpty()) {
      return Optional.of("required");
    }
    return Iban.valid(iban) ? Optional.empty() : Optional.of("iban_invalid");
  }

  /// The same, where a payout is to go to it from now on.
  public Optional<String> faultFor(Payout waiting) {
    return fault()
        .or(() ->
            waiting.beneficiary().iban().equals(iban)
                ? Optional.of("unchanged")
                : Optional.empty());
  }
}
