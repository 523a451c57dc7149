package io.openvpos.merchant.pricing.http;

import io.openvpos.merchant.request.FieldErrors;
import io.openvpos.merchant.request.FieldErrors.Range;
import io.openvpos.money.Mode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A sale to be, checked as the edge checks a payment.
record WantedSale(
    long amount,
    Currency currency,
    String bin,
    int installments,
    Mode mode,
    Optional<LocalDate> salesDay) {

  private static final Range AMOUNT = new Range(1, 10_000_000_000L);
  private static final Range INSTALLMENTS = new Range(1, 12);

  /// @param currencies of the merchant
  /// @param modes that the caller may see; the first is meant where none is named
  static WantedSale read(QuoteRequest sent, List<String> currencies, List<Mode> modes) {
    FieldErrors errors = new FieldErrors();
    errors.check(sent.amount() != null, "/amount", "required");
    long amount = errors.within(sent.amount(), 1L, AMOUNT, "/amount");
    String currency = errors.required(sent.currency(), "/currency");
    errors.check(currency.isEmpty() || currencies.contains(currency), "/currency", "invalid");
    QuoteRequest.Card card = sent.card();
    String bin = errors.required(card == null ? null : card.bin(), "/card/bin");
    errors.check(bin.isEmpty() || bin.matches("[0-9]{6,8}"), "/card/bin", "invalid_format");
    int installments = errors.within(sent.installments(), 1, INSTALLMENTS, "/installments");
    Mode mode = mode(sent.mode(), modes, errors);
    Optional<LocalDate> day = day(sent.salesDay(), errors);
    errors.throwIfAny();
    return new WantedSale(amount, Currency.getInstance(currency), bin, installments, mode, day);
  }

  private static Mode mode(@Nullable String sent, List<Mode> modes, FieldErrors errors) {
    Optional<Mode> wanted =
        modes.stream().filter(mode -> sent == null || mode.code().equals(sent)).findFirst();
    errors.check(wanted.isPresent(), "/mode", "invalid");
    return wanted.orElse(modes.getFirst());
  }

  private static Optional<LocalDate> day(@Nullable String sent, FieldErrors errors) {
    try {
      return Optional.ofNullable(sent).map(LocalDate::parse);
    } catch (DateTimeParseException malformed) {
      errors.note("/sales_day", "invalid_format");
      return Optional.empty();
    }
  }
}
