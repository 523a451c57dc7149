package io.openvpos.authorization.checkout.page;

import io.openvpos.authorization.checkout.domain.Installments;
import io.openvpos.authorization.checkout.domain.Sale;
import io.openvpos.authorization.checkout.domain.SessionTerms;
import io.openvpos.money.Mode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the page of a session shows, in one language.
///
/// @param shop the merchant's name
/// @param canCancel whether there is a way back without paying
public record PageView(
    CheckoutTexts texts,
    String path,
    String shop,
    String amount,
    List<Item> items,
    String orderId,
    String description,
    boolean test,
    boolean canCancel) {

  /// A line of the basket.
  public record Item(String name, int quantity, String amount) {}

  /// A choice of the instalment table.
  ///
  /// @param text `3 × 43,30 TL`
  public record Offer(int count, String text, String total, boolean chosen) {}

  static PageView of(
      Sale sale, Mode mode, boolean canCancel, String shop, CheckoutTexts texts, String path) {
    String currency = sale.amount().currency().getCurrencyCode();
    return new PageView(
        texts,
        path,
        shop,
        texts.money(sale.amount().minorUnits(), currency),
        sale.lineItems().stream()
            .map(item ->
                new Item(item.name(), item.quantity(), texts.money(item.amount(), currency)))
            .toList(),
        Optional.ofNullable(sale.orderId()).orElse(""),
        Optional.ofNullable(sale.description()).orElse(""),
        mode == Mode.TEST,
        canCancel);
  }

  List<Offer> offers(SessionTerms terms, List<Installments> allowed, int chosen) {
    return allowed.stream().map(each -> offer(terms, each, each.count() == chosen)).toList();
  }

  private Offer offer(SessionTerms terms, Installments each, boolean chosen) {
    String currency = terms.amount().currency().getCurrencyCode();
    String part = texts.money(each.part(), currency);
    String text =
        each.count() == 1
            ? texts.of("installments.single")
            : each.part() == each.last()
                ? texts.of("installments.equal", each.count(), part)
                : texts.of(
                    "installments.parts", each.count(), part, texts.money(each.last(), currency));
    return new Offer(each.count(), text, amount, chosen);
  }

  /// The texts of what is wrong, by field.
  Map<String, String> errors(Map<String, String> codes) {
    Map<String, String> errors = new LinkedHashMap<>();
    codes.forEach((field, code) ->
        errors.put(field, texts.either("error." + field + "." + code, "error." + field)));
    return errors;
  }
}
