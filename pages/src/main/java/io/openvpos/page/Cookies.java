package io.openvpos.page;

import java.time.Duration;
import org.springframework.http.ResponseCookie;

/// The cookies of the pages, none of which a script can read.
public final class Cookies {

  public static final String SESSION = "vpos_session";
  public static final String VISIT = "vpos_visit";
  public static final String LANGUAGE = "vpos_lang";
  public static final String FLASH = "vpos_flash";

  private static final Duration FLASH_LASTS = Duration.ofMinutes(1);
  private static final Duration LANGUAGE_LASTS = Duration.ofDays(365);

  private Cookies() {}

  /// Ends with its token: 15 minutes; each renewal sets it anew.
  public static ResponseCookie session(String token, Duration lasts, boolean secure) {
    return cookie(SESSION, token, "Strict", "/portal", secure).maxAge(lasts).build();
  }

  public static ResponseCookie noSession(boolean secure) {
    return session("", Duration.ZERO, secure);
  }

  /// Binds the forms of somebody who is not signed in to their browser. Lax, so that a link from
  /// elsewhere does not make the forms of an open page invalid.
  public static ResponseCookie visit(String id, boolean secure) {
    return cookie(VISIT, id, "Lax", "/", secure).build();
  }

  public static ResponseCookie language(String code) {
    return cookie(LANGUAGE, code, "Lax", "/", false).maxAge(LANGUAGE_LASTS).build();
  }

  /// Holds the key of a text and no text: nobody can make a page say something by a cookie.
  static ResponseCookie flash(String key) {
    return cookie(FLASH, key, "Lax", "/", false).maxAge(FLASH_LASTS).build();
  }

  public static ResponseCookie noFlash() {
    return cookie(FLASH, "", "Lax", "/", false).maxAge(Duration.ZERO).build();
  }

  private static ResponseCookie.ResponseCookieBuilder cookie(
      String name, String value, String sameSite, String path, boolean secure) {
    return ResponseCookie.from(name, value)
        .httpOnly(true)
        .secure(secure)
        .sameSite(sameSite)
        .path(path);
  }
}
