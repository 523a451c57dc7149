package io.openvpos.merchant.sitecheck.crawl;

import io.openvpos.merchant.sitecheck.domain.seen.Form;
import io.openvpos.merchant.sitecheck.domain.seen.Form.Field;
import io.openvpos.merchant.sitecheck.domain.seen.Link;
import io.openvpos.merchant.sitecheck.domain.seen.Page;
import io.openvpos.merchant.sitecheck.domain.seen.WebAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads HTML, however broken, into a [Page].
public final class Html {

  private static final int MOST_LINKS = 1_000;
  private static final int MOST_FORMS = 50;
  private static final int MOST_FIELDS = 200;
  private static final int LONGEST_TEXT = 200;

  /// `5; url=/shop` of a refresh.
  private static final Pattern REFRESH = Pattern.compile("(?i)[^;,]*[;,]\\s*url\\s*=\\s*(.+)");

  /// A script that leaves at once. One that leaves when asked to sits in a function.
  private static final Pattern LEAVES =
      Pattern.compile(
          "^\\s*(?:window\\.|document\\.|top\\.|self\\.)*location(?:\\.href)?"
              + "(?:\\s*=\\s*|\\.(?:replace|assign)\\()[\"']([^\"']+)[\"']");

  private Html() {}

  /// Whatever the bytes are, there is a page in them.
  ///
  /// @param declared the `content-type` header, for its `charset`
  public static Page read(URI address, byte[] bytes, String declared) {
    Document document = Jsoup.parse(Encodings.decode(bytes, declared), address.toString());
    List<Link> links =
        document.select("a[href], area[href], link[rel=alternate][hreflang]").stream()
            .flatMap(element -> link(element).stream())
            .limit(MOST_LINKS)
            .toList();
    List<Form> forms =
        document.select("form").stream()
            .limit(MOST_FORMS)
            .flatMap(element -> form(element, address).stream())
            .toList();
    String headings =
        Stream.concat(
                Stream.of(document.title()),
                document.select("h1, h2").stream().limit(20).map(Element::text))
            .collect(Collectors.joining(" | "));
    return new Page(
        address,
        language(document),
        shortened(headings, 2_000),
        shortened(seen(document), Page.MOST_TEXT),
        links,
        forms,
        document.select("script").size(),
        sentTo(document));
  }

  private static String language(Document document) {
    Element html = document.selectFirst("html[lang]");
    return html == null ? "" : html.attr("lang").strip().toLowerCase(Locale.ROOT);
  }

  /// What a reader sees, buttons and pictures' descriptions too.
  private static String seen(Document document) {
    Stream<String> buttons =
        document.select("input[type=submit], input[type=button], option").stream()
            .map(Element::val);
    Stream<String> pictures = document.select("img[alt]").stream().map(one -> one.attr("alt"));
    // Telephone numbers often are only where a link leads.
    Stream<String> calls =
        document.select("a[href^=tel:]").stream().map(one -> one.attr("href").substring(4));
    return Stream.of(Stream.of(document.text()), buttons, pictures, calls)
        .flatMap(parts -> parts)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(" "));
  }

  private static Optional<Link> link(Element element) {
    Element picture = element.selectFirst("img[alt]");
    String text =
        Stream.of(
                element.text(),
                element.attr("title"),
                element.attr("aria-label"),
                picture == null ? "" : picture.attr("alt"))
            .filter(part -> !part.isBlank())
            .distinct()
            .collect(Collectors.joining(" "));
    return WebAddress.parse(element.absUrl("href"))
        .map(to ->
            new Link(
                to,
                shortened(text, LONGEST_TEXT),
                element.attr("hreflang").toLowerCase(Locale.ROOT)));
  }

  private static Optional<Form> form(Element element, URI address) {
    String target = element.hasAttr("action") ? element.absUrl("action") : address.toString();
    List<Field> fields = new ArrayList<>();
    for (Element input : element.select("input, select, textarea, button")) {
      if (fields.size() < MOST_FIELDS) {
        String type =
            input.normalName().equals("input")
                ? input.attr("type").toLowerCase(Locale.ROOT)
                : input.normalName();
        fields.add(new Field(input.attr("name"), type, input.val()));
      }
    }
    boolean post = element.attr("method").equalsIgnoreCase("post");
    String buttons =
        element.select("input[type=submit], input[type=button]").stream()
            .map(Element::val)
            .collect(Collectors.joining(" "));
    String text = shortened(element.text() + " " + buttons, 2_000);
    return WebAddress.parse(target.isEmpty() ? address.toString() : target)
        .map(to -> new Form(post, to, text, fields));
  }

  private static @Nullable URI sentTo(Document document) {
    Element refresh = document.selectFirst("meta[http-equiv~=(?i)^refresh$]");
    if (refresh != null) {
      Matcher to = REFRESH.matcher(refresh.attr("content"));
      if (to.matches()) {
        return absolute(document, to.group(1).replaceAll("[\"']", "").strip());
      }
    }
    for (Element script : document.select("script:not([src])")) {
      Matcher to = LEAVES.matcher(script.data());
      if (to.find()) {
        return absolute(document, to.group(1));
      }
    }
    return null;
  }

  private static @Nullable URI absolute(Document document, String to) {
    Element base = document.body().appendElement("a").attr("href", to);
    return WebAddress.parse(base.absUrl("href")).orElse(null);
  }

  private static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}
