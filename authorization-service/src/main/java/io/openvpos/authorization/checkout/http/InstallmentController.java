package io.openvpos.authorization.checkout.http;

import io.openvpos.authorization.checkout.OfferedInstallments;
import io.openvpos.authorization.checkout.domain.Installments;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.ProblemException.FieldError;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// In how many parts a card may pay, for a shop's own page: what the payment page would offer.
@RestController
final class InstallmentController {

  private static final Pattern BIN = Pattern.compile("[0-9]{6,8}");
  private static final Pattern AMOUNT = Pattern.compile("[1-9][0-9]{0,10}");
  private static final long LARGEST_AMOUNT = 10_000_000_000L;
  private static final Set<String> CURRENCIES = Set.of("TRY", "USD", "EUR", "GBP");

  private final OfferedInstallments offered;

  InstallmentController(OfferedInstallments offered) {
    this.offered = offered;
  }

  /// One way to pay. Minor units.
  ///
  /// @param installments 1 is a single shot
  /// @param part each but the last
  /// @param last takes what does not divide
  /// @param total what the payer pays in all
  record OptionView(int installments, long part, long last, long total) {}

  /// What is offered, from the single shot on.
  record InstallmentView(String bin, long amount, String currency, List<OptionView> data) {}

  @Operation(
      description =
          "In how many parts a card that begins with these 6 to 8 digits may pay the amount: the"
              + " single shot alone where the digits say too little.")
  @GetMapping("/v1/installments")
  InstallmentView list(
      Caller caller,
      @RequestParam(required = false) @Nullable String bin,
      @RequestParam(required = false) @Nullable String amount,
      @RequestParam(required = false) @Nullable String currency) {
    if (!(caller instanceof Caller.MerchantKey key)) {
      throw ProblemException.of(403, "forbidden");
    }
    List<FieldError> errors = new ArrayList<>();
    check(errors, "bin", bin, bin != null && BIN.matcher(bin).matches(), "invalid_format");
    long minor = amount != null && AMOUNT.matcher(amount).matches() ? Long.parseLong(amount) : 0;
    check(errors, "amount", amount, minor >= 1 && minor <= LARGEST_AMOUNT, "out_of_range");
    check(
        errors,
        "currency",
        currency,
        currency != null && CURRENCIES.contains(currency),
        "invalid_currency");
    if (bin == null || currency == null || !errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    List<OptionView> options =
        offered.of(key.merchantId(), minor, bin).stream().map(each -> option(each, minor)).toList();
    return new InstallmentView(bin, minor, currency, options);
  }

  private static void check(
      List<FieldError> errors, String name, @Nullable String value, boolean sound, String code) {
    if (value == null) {
      errors.add(new FieldError(name, "required", List.of()));
    } else if (!sound) {
      errors.add(new FieldError(name, code, List.of()));
    }
  }

  private static OptionView option(Installments each, long amount) {
    return new OptionView(each.count(), each.part(), each.last(), amount);
  }
}
