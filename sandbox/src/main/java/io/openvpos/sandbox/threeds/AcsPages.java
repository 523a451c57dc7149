package io.openvpos.sandbox.threeds;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;

/// What the issuer shows to a cardholder, in Turkish or English as the browser speaks.
final class AcsPages {

  private static final Map<String, Map<String, String>> TEXTS =
      Map.of(
          "tr",
          Map.of(
              "title", "Sandbox Bankası: ödemeyi onaylayın",
              "lead", "Telefonunuza gönderilen kodu girin (deneme ortamında 123456).",
              "shop", "İşyeri",
              "amount", "Tutar",
              "card", "Kart",
              "code", "Onay kodu",
              "send", "Onayla",
              "cancel", "Vazgeç",
              "wrong", "Kod yanlış. Yeniden deneyin.",
              "back", "Mağazaya dön"),
          "en",
          Map.of(
              "title", "Sandbox Bank: confirm your payment",
              "lead", "Enter the code sent to your phone (123456 in the sandbox).",
              "shop", "Shop",
              "amount", "Amount",
              "card", "Card",
              "code", "Code",
              "send", "Confirm",
              "cancel", "Cancel",
              "wrong", "That code is wrong. Try again.",
              "back", "Back to the shop"));

  private AcsPages() {}

  static String challenge(Session session, boolean wrong) {
    Map<String, String> texts = texts(session);
    String pan = session.text("acctNumber");
    String body =
        """
        <p>%s</p>%s
        <dl><dt>%s</dt><dd>%s</dd><dt>%s</dt><dd>%s</dd><dt>%s</dt><dd>•••• %s</dd></dl>
        <form method="post" action="/acs/otp">
        <input type="hidden" name="acsTransID" value="%s">
        <label for="otp">%s</label>
        <input id="otp" name="otp" inputmode="numeric" autocomplete="one-time-code" maxlength="6" autofocus>
        <button type="submit" id="confirm">%s</button>
        <button type="submit" class="away" name="cancel" value="01">%s</button>
        </form>
        """
            .formatted(
                texts.get("lead"),
                wrong ? "<p class=\"wrong\" role=\"alert\">" + texts.get("wrong") + "</p>" : "",
                texts.get("shop"),
                escaped(session.text("merchantName")),
                texts.get("amount"),
                amount(session),
                texts.get("card"),
                pan.substring(Math.max(0, pan.length() - 4)),
                session.acsTransId(),
                texts.get("code"),
                texts.get("send"),
                texts.get("cancel"));
    return page(session, texts, body);
  }

  /// Takes the browser back with the CRes.
  static String back(Session session, String cres) {
    Map<String, String> texts = texts(session);
    String body =
        """
        <form id="back" method="post" action="%s">
        <input type="hidden" name="cres" value="%s">
        <button type="submit">%s</button>
        </form>
        <script>document.getElementById("back").submit();</script>
        """
            .formatted(escaped(session.text("notificationURL")), cres, texts.get("back"));
    return page(session, texts, body);
  }

  /// Ends the 3DS method: posts back to the 3DS Server's own page in the frame.
  static String method(String notificationUrl, String data) {
    return """
    <!DOCTYPE html><title>3DS method</title>
    <form id="done" method="post" action="%s">
    <input type="hidden" name="threeDSMethodData" value="%s"></form>
    <script>document.getElementById("done").submit();</script>
    """
        .formatted(escaped(notificationUrl), escaped(data));
  }

  static String gone() {
    return "<!DOCTYPE html><title>Sandbox Bank</title><p>This transaction is not known here.</p>";
  }

  private static String page(Session session, Map<String, String> texts, String body) {
    String title = texts.getOrDefault("title", "");
    return """
    <!DOCTYPE html>
    <html lang="%s"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title>
    <style>
    body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: #14213d; background: #eef2f7; }
    main { max-width: 24rem; margin: 8vh auto 0; padding: 2rem; background: #fff; border-radius: .5rem; }
    input, button { box-sizing: border-box; width: 100%%; padding: .7rem; font: inherit; margin: .25rem 0; }
    button { border: 0; border-radius: .375rem; background: #0f766e; color: #fff; font-weight: 600; }
    button.away { background: #fff; color: #14213d; border: 1px solid #94a3b8; }
    .wrong { color: #b91c1c; }
    dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; } dd { margin: 0; }
    </style></head><body><main><h1>%s</h1>%s</main></body></html>
    """
        .formatted(language(session), title, title, body);
  }

  private static Map<String, String> texts(Session session) {
    return TEXTS.getOrDefault(language(session), Map.of());
  }

  private static String language(Session session) {
    return session.text("browserLanguage").startsWith("tr") ? "tr" : "en";
  }

  private static String amount(Session session) {
    int exponent = Integer.parseInt(session.text("purchaseExponent"));
    int numeric = Integer.parseInt(session.text("purchaseCurrency"));
    String code =
        Currency.getAvailableCurrencies().stream()
            .filter(each -> each.getNumericCode() == numeric)
            .map(Currency::getCurrencyCode)
            .findFirst()
            .orElse("");
    return BigDecimal.valueOf(Long.parseLong(session.text("purchaseAmount")), exponent)
            .toPlainString()
        + " "
        + code;
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
