package io.openvpos.authorization.threeds.message;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is known of the cardholder's browser. The fields of a script are kept only where they are
/// what EMV allows; without a script there are none, and that is told.
///
/// @param methodCompleted EMV `threeDSCompInd`: Y done, N not done in time, U no method
public record BrowserFacts(
    String accept,
    @Nullable String ip,
    String userAgent,
    String language,
    boolean javascript,
    @Nullable String colorDepth,
    @Nullable String screenHeight,
    @Nullable String screenWidth,
    @Nullable String timeZone,
    String methodCompleted) {

  private static final int LONGEST = 2048;
  private static final Pattern DEPTH = Pattern.compile("1|4|8|15|16|24|32|48");
  private static final Pattern PIXELS = Pattern.compile("\\d{1,6}");
  private static final Pattern MINUTES = Pattern.compile("-?\\d{1,4}");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

  /// What our page and the request itself tell of a browser.
  ///
  /// @param form the fields of our own page by their names; empty for one that is not there
  /// @param spoken the language of the request, where no script tells one
  /// @param hasMethod whether the card's range has a 3DS method
  public static BrowserFacts of(
      UnaryOperator<String> form,
      String accept,
      @Nullable String ip,
      String userAgent,
      String spoken,
      boolean hasMethod) {
    String depth = kept(form, "color_depth", DEPTH);
    String height = kept(form, "screen_height", PIXELS);
    String width = kept(form, "screen_width", PIXELS);
    String zone = kept(form, "time_zone", MINUTES);
    String language = kept(form, "language", LANGUAGE);
    boolean whole = depth != null && height != null && width != null && zone != null;
    String done = "Y".equals(form.apply("method")) ? "Y" : "N";
    return new BrowserFacts(
        cut(accept),
        ip,
        cut(userAgent),
        language == null ? spoken : language,
        whole,
        whole ? depth : null,
        whole ? height : null,
        whole ? width : null,
        whole ? zone : null,
        hasMethod ? done : "U");
  }

  private static @Nullable String kept(UnaryOperator<String> form, String name, Pattern format) {
    String value = form.apply(name);
    return format.matcher(value).matches() ? value : null;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
