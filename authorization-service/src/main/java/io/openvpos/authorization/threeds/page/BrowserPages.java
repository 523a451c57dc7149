package io.openvpos.authorization.threeds.page;

import io.openvpos.authorization.threeds.domain.Authentication;
import io.openvpos.authorization.threeds.message.ChallengeRequest;
import io.openvpos.messaging.http.Messages;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.util.HtmlUtils;

/// Writes the pages. Every form has a button; `page.js` presses it where there is a script.
public final class BrowserPages {

  private final Messages messages;
  private final String publicUrl;

  /// @param publicUrl where browsers reach this service
  public BrowserPages(Messages messages, String publicUrl) {
    this.messages = messages;
    this.publicUrl = publicUrl;
  }

  /// Whether browsers come by TLS.
  public boolean secure() {
    return publicUrl.startsWith("https:");
  }

  /// Collects what is known of the browser, and lets the issuer look at it where it wants to.
  public BrowserPage start(Authentication authentication, Locale locale) {
    String base = "/3ds/" + authentication.id();
    StringBuilder body = new StringBuilder();
    Set<String> targets = new HashSet<>();
    Set<String> frames = new HashSet<>();
    targets.add(origin(authentication.wish().returnUrl()));
    String method = authentication.protocol().methodUrl();
    if (method != null) {
      targets.add(origin(method));
      frames.add(origin(method));
      String notification = publicUrl + base + "/method-done";
      body.append(
          """
          <iframe name="method" class="away" title="%s"></iframe>
          <form id="method" method="post" action="%s" target="method">
          <input type="hidden" name="threeDSMethodData" value="%s">
          </form>
          """
              .formatted(
                  text("threeds.method", locale),
                  escaped(method),
                  ChallengeRequest.methodData(authentication.id(), notification)));
    }
    body.append(
        """
        <form id="browser" method="post" action="%s/browser">
        <input type="hidden" name="color_depth"><input type="hidden" name="screen_height">
        <input type="hidden" name="screen_width"><input type="hidden" name="time_zone">
        <input type="hidden" name="language"><input type="hidden" name="method" value="N">
        <button type="submit">%s</button>
        </form>
        """
            .formatted(base, text("threeds.continue", locale)));
    String lead = text("threeds.start.lead", locale, authentication.purchase().merchantName());
    return page("threeds.start.title", lead, body.toString(), false, locale, targets, frames);
  }

  /// Sends the browser to the issuer.
  public BrowserPage challenge(Authentication authentication, Locale locale) {
    String acsUrl = authentication.acsUrl();
    String acsId = authentication.acsTransId();
    if (acsUrl == null || acsId == null) {
      throw new IllegalStateException("a challenge without a place: " + authentication.id());
    }
    String creq =
        ChallengeRequest.creq(authentication.protocol().version(), authentication.id(), acsId);
    String session =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(authentication.id().getBytes(StandardCharsets.US_ASCII));
    String body =
        """
        <form id="challenge" method="post" action="%s">
        <input type="hidden" name="creq" value="%s">
        <input type="hidden" name="threeDSSessionData" value="%s">
        <button type="submit">%s</button>
        </form>
        """
            .formatted(escaped(acsUrl), creq, session, text("threeds.continue", locale));
    return page(
        "threeds.challenge.title",
        text("threeds.challenge.lead", locale),
        body,
        false,
        locale,
        Set.of(origin(acsUrl)),
        Set.of());
  }

  /// Looks again by itself.
  public BrowserPage waiting(Authentication authentication, boolean elsewhere, Locale locale) {
    String key = elsewhere ? "threeds.decoupled.lead" : "threeds.waiting.lead";
    String body =
        "<p><a href=\"/3ds/%s\">%s</a></p>"
            .formatted(authentication.id(), text("threeds.look", locale));
    return page("threeds.waiting.title", text(key, locale), body, true, locale, Set.of(), Set.of());
  }

  public BrowserPage unknown(Locale locale) {
    BrowserPage page =
        page(
            "threeds.unknown.title",
            text("threeds.unknown.lead", locale),
            "",
            false,
            locale,
            Set.of(),
            Set.of());
    return new BrowserPage(404, page.html(), Set.of(), Set.of());
  }

  private BrowserPage page(
      String titleKey,
      String lead,
      String body,
      boolean refresh,
      Locale locale,
      Set<String> targets,
      Set<String> frames) {
    String title = text(titleKey, locale);
    String again = refresh ? "\n<meta http-equiv=\"refresh\" content=\"2\">" : "";
    String html =
        """
        <!DOCTYPE html>
        <html lang="%s">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <meta name="referrer" content="no-referrer">%s
        <title>%s</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="%s" integrity="%s">
        <script src="%s" integrity="%s" defer></script>
        </head>
        <body>
        <main>
        <h1>%s</h1>
        <p>%s</p>
        %s
        </main>
        </body>
        </html>
        """
            .formatted(
                locale.toLanguageTag(),
                again,
                title,
                PageAsset.STYLE.address(),
                PageAsset.STYLE.integrity(),
                PageAsset.SCRIPT.address(),
                PageAsset.SCRIPT.integrity(),
                title,
                lead,
                body.strip());
    return new BrowserPage(200, html, targets, frames);
  }

  private String text(String key, Locale locale, Object... values) {
    return escaped(messages.text(key, locale, values));
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }

  private static String origin(String url) {
    URI uri = URI.create(url);
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return uri.getScheme() + "://" + uri.getHost() + port;
  }
}
