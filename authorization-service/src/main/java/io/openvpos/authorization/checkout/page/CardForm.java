package io.openvpos.authorization.checkout.page;

import io.openvpos.authorization.vault.SubmittedCard;
import io.openvpos.authorization.vault.SubmittedCards;
import io.openvpos.page.PageForm;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The card as somebody typed it, on its way to the vault's type. What is wrong is named by field
/// and code; nothing of the number or the code is ever shown again.
final class CardForm {

  private static final Pattern EXPIRY =
      Pattern.compile("(0?[1-9]|1[0-2])\\s*[/.-]?\\s*((?:20)?[0-9]{2})");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s-]");
  private static final Pattern SMALL_NUMBER = Pattern.compile("[0-9]{1,2}");
  private static final int BIN = 8;
  private static final int CENTURY = 2000;
  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, String> errors = new LinkedHashMap<>();
  private final String number;
  private final int installments;
  private final int attempt;
  private final String holderName;
  private final @Nullable SubmittedCard card;

  private CardForm(PageForm form, YearMonth now) {
    number = SEPARATORS.matcher(form.text("number")).replaceAll("");
    holderName = form.text("holder_name");
    installments = small(form.text("installments"), 1);
    attempt = small(form.text("attempt"), 0);
    card = card(form, now).orElse(null);
  }

  static CardForm read(PageForm form, YearMonth now) {
    return new CardForm(form, now);
  }

  /// Empty if something is wrong with it.
  Optional<SubmittedCard> card() {
    return errors.isEmpty() ? Optional.ofNullable(card) : Optional.empty();
  }

  /// The code of what is wrong, by field.
  Map<String, String> errors() {
    return errors;
  }

  void refuse(String field, String code) {
    errors.putIfAbsent(field, code);
  }

  String holderName() {
    return holderName;
  }

  /// 1 is a single shot.
  int installments() {
    return installments;
  }

  int attempt() {
    return attempt;
  }

  /// The leading digits, as many as may be shown.
  String bin() {
    return number.substring(0, Math.min(BIN, number.length()));
  }

  private Optional<SubmittedCard> card(PageForm form, YearMonth now) {
    ObjectNode node = JSON.createObjectNode();
    if (!number.isEmpty()) {
      node.put("number", number);
    }
    expiry(form.text("expiry"), now)
        .ifPresent(expiry ->
            node.put("expiry_month", expiry.getMonthValue()).put("expiry_year", expiry.getYear()));
    String code = form.text("cvc");
    if (code.isEmpty()) {
      refuse("cvc", "required");
    } else {
      node.put("cvc", code);
    }
    if (holderName.isEmpty()) {
      refuse("holder_name", "required");
    } else {
      node.put("holder_name", holderName);
    }
    return SubmittedCards.read(node, (pointer, fault) -> refuse(field(pointer), fault));
  }

  private Optional<YearMonth> expiry(String typed, YearMonth now) {
    Matcher found = EXPIRY.matcher(typed);
    if (!found.matches()) {
      refuse("expiry", typed.isEmpty() ? "required" : "invalid");
      return Optional.empty();
    }
    int year = Integer.parseInt(found.group(2));
    YearMonth expiry =
        YearMonth.of(year < CENTURY ? CENTURY + year : year, Integer.parseInt(found.group(1)));
    if (expiry.isBefore(now)) {
      refuse("expiry", "past");
    }
    return Optional.of(expiry);
  }

  private static String field(String pointer) {
    String name = pointer.substring(pointer.lastIndexOf('/') + 1);
    return name.startsWith("expiry") ? "expiry" : name;
  }

  private static int small(String text, int otherwise) {
    return SMALL_NUMBER.matcher(text).matches() ? Integer.parseInt(text) : otherwise;
  }
}
