package io.openvpos.authorization.threeds.message;

import io.openvpos.authorization.threeds.domain.Authentication;
import io.openvpos.authorization.threeds.domain.Purchase;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// AReq, but for the card number and its expiry, which only the connection to the directory server
/// adds.
public final class AuthenticationRequest {

  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);
  private static final int LONGEST_NAME = 40;
  private static final String TURKIYE = "792";

  private AuthenticationRequest() {}

  /// Who we are to the directory server.
  ///
  /// @param referenceNumber given by EMVCo with the certification
  /// @param url our own address, where the browser and the RReq come
  public record Server(String referenceNumber, String operatorId, String acquirerBin, String url) {}

  /// The AReq of an authentication.
  ///
  /// @param notificationUrl where the browser brings the CRes
  public static Map<String, Object> write(
      Authentication authentication, BrowserFacts browser, Server server, String notificationUrl) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("messageType", "AReq");
    message.put("messageVersion", authentication.protocol().version());
    message.put("messageCategory", "01");
    message.put("deviceChannel", "02");
    message.put("threeDSServerTransID", authentication.id());
    message.put("threeDSServerRefNumber", server.referenceNumber());
    message.put("threeDSServerOperatorID", server.operatorId());
    message.put("threeDSServerURL", server.url() + "/3ds/results");
    message.put("threeDSRequestorID", authentication.purchase().merchantId());
    message.put("threeDSRequestorName", cut(authentication.purchase().merchantName()));
    message.put("threeDSRequestorURL", server.url());
    message.put("threeDSRequestorAuthenticationInd", "01");
    message.put("threeDSRequestorChallengeInd", authentication.wish().challenge());
    message.put("threeDSCompInd", browser.methodCompleted());
    message.put("notificationURL", notificationUrl);
    message.put("acquirerBIN", server.acquirerBin());
    purchase(message, authentication);
    browser(message, browser);
    return message;
  }

  private static void purchase(Map<String, Object> message, Authentication authentication) {
    Purchase purchase = authentication.purchase();
    int exponent = purchase.amount().currency().getDefaultFractionDigits();
    message.put("acquirerMerchantID", purchase.merchantId());
    message.put("mcc", purchase.mcc());
    message.put("merchantName", cut(purchase.merchantName()));
    message.put("merchantCountryCode", TURKIYE);
    message.put("purchaseAmount", String.valueOf(purchase.amount().minorUnits()));
    message.put(
        "purchaseCurrency",
        String.format(Locale.ROOT, "%03d", purchase.amount().currency().getNumericCode()));
    message.put("purchaseExponent", String.valueOf(exponent));
    message.put("purchaseDate", AT.format(authentication.createdAt().atZone(ZoneOffset.UTC)));
    if (purchase.installments() > 1) {
      message.put("purchaseInstalData", String.valueOf(purchase.installments()));
    }
    present(message, "email", purchase.email());
  }

  private static void browser(Map<String, Object> message, BrowserFacts browser) {
    message.put("browserAcceptHeader", browser.accept());
    present(message, "browserIP", browser.ip());
    message.put("browserLanguage", browser.language());
    message.put("browserUserAgent", browser.userAgent());
    message.put("browserJavascriptEnabled", browser.javascript());
    if (browser.javascript()) {
      message.put("browserJavaEnabled", false);
    }
    present(message, "browserColorDepth", browser.colorDepth());
    present(message, "browserScreenHeight", browser.screenHeight());
    present(message, "browserScreenWidth", browser.screenWidth());
    present(message, "browserTZ", browser.timeZone());
  }

  private static void present(Map<String, Object> message, String name, @Nullable String value) {
    if (value != null) {
      message.put(name, value);
    }
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_NAME
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_NAME));
  }
}
