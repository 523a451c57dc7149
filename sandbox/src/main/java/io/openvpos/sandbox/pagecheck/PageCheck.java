package io.openvpos.sandbox.pagecheck;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Finds every difference between a page and the inventory.
public final class PageCheck {

  /// Directives that have the same sources on every page. What a form may end at and what may frame
  /// the page are the shop's, and are not checked beyond being there.
  private static final Map<String, Set<String>> FIXED =
      Map.of(
          "default-src", Set.of("'none'"),
          "style-src", Set.of("'self'"),
          "img-src", Set.of("'self'", "data:"),
          "connect-src", Set.of("'self'"),
          "base-uri", Set.of("'none'"),
          "require-trusted-types-for", Set.of("'script'"));

  private static final Set<String> OF_THE_SHOP = Set.of("form-action", "frame-ancestors");
  private static final String LOADING = "script,link,style,iframe,frame,object,embed,base,applet";

  /// A page as it was received.
  ///
  /// @param headers by lower-case name
  public record Received(URI address, Map<String, String> headers, String html) {

    public Received {
      headers = Map.copyOf(headers);
    }

    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  private final Inventory inventory;
  private final Function<URI, byte[]> files;
  private final List<String> differences = new ArrayList<>();

  private PageCheck(Inventory inventory, Function<URI, byte[]> files) {
    this.inventory = inventory;
    this.files = files;
  }

  /// Empty if the page is as inventoried.
  ///
  /// @param files fetches what the page refers to
  public static List<String> differences(
      Received page, Inventory inventory, Function<URI, byte[]> files) {
    PageCheck check = new PageCheck(inventory, files);
    check.headers(page);
    check.policy(page.header("content-security-policy"));
    check.tags(page);
    return List.copyOf(check.differences);
  }

  private void headers(Received page) {
    expect(page.header("x-content-type-options").equals("nosniff"), "no nosniff");
    expect(page.header("referrer-policy").equals("no-referrer"), "a referrer is sent");
    expect(page.header("cache-control").contains("no-store"), "the page may be stored");
    boolean secure = "https".equals(page.address().getScheme());
    expect(
        !secure || page.header("strict-transport-security").startsWith("max-age="),
        "TLS is not insisted on (HSTS)");
  }

  private void policy(String text) {
    expect(!text.isEmpty(), "there is no Content-Security-Policy");
    Map<String, Set<String>> found = new LinkedHashMap<>();
    for (String directive : text.split(";", -1)) {
      List<String> words = Arrays.asList(directive.strip().split("\\s+", -1));
      if (!words.getFirst().isEmpty()) {
        found.put(words.getFirst(), Set.copyOf(words.subList(1, words.size())));
      }
    }
    FIXED.forEach((name, sources) ->
        expect(sources.equals(found.get(name)), "policy: " + name + " is " + found.get(name)));
    Set<String> scripts =
        inventory.scripts().values().stream()
            .map(integrity -> "'" + integrity + "'")
            .collect(Collectors.toSet());
    scripts.add("'self'");
    expect(
        scripts.equals(found.get("script-src")),
        "policy: script-src is " + found.get("script-src"));
    OF_THE_SHOP.forEach(name -> expect(found.containsKey(name), "policy: no " + name));
    found.keySet().stream()
        .filter(name -> !FIXED.containsKey(name) && !OF_THE_SHOP.contains(name))
        .filter(name -> !name.equals("script-src"))
        .filter(name -> !(inventory.frames() && name.equals("frame-src")))
        .forEach(name -> differences.add("policy: unknown " + name));
  }

  private void tags(Received page) {
    Document document = Jsoup.parse(page.html(), page.address().toString());
    int scripts = 0;
    for (Element tag : document.select(LOADING)) {
      boolean script = tag.normalName().equals("script");
      scripts += script ? 1 : 0;
      if (script) {
        file(tag, "src", inventory.scripts());
        expect(tag.data().isBlank(), "inline script");
      } else if (tag.normalName().equals("link") && tag.attr("rel").equals("stylesheet")) {
        file(tag, "href", inventory.styles());
      } else if (!isIcon(tag) && !isEmptyFrame(tag)) {
        differences.add("a tag that loads: " + tag.normalName());
      }
    }
    expect(scripts == inventory.scripts().size(), scripts + " scripts");
    for (Element tag : document.getAllElements()) {
      for (Attribute attribute : tag.attributes()) {
        boolean runs =
            attribute.getKey().startsWith("on")
                || attribute.getValue().strip().startsWith("javascript:");
        expect(!runs, "inline code: " + tag.normalName() + " " + attribute.getKey());
      }
    }
  }

  /// Where it goes is the policy's to say, and a form's to start.
  private boolean isEmptyFrame(Element tag) {
    return inventory.frames()
        && tag.normalName().equals("iframe")
        && !tag.hasAttr("src")
        && !tag.hasAttr("srcdoc");
  }

  private static boolean isIcon(Element tag) {
    return tag.normalName().equals("link")
        && tag.attr("rel").equals("icon")
        && tag.attr("href").equals("data:,");
  }

  private void file(Element tag, String attribute, Map<String, String> known) {
    String address = tag.absUrl(attribute);
    String name = address.substring(address.lastIndexOf('/') + 1).replaceFirst("\\?.*", "");
    Optional<String> integrity = Optional.ofNullable(known.get(name));
    if (integrity.isEmpty()) {
      differences.add("not in the inventory: " + tag.normalName() + " " + name);
      return;
    }
    expect(integrity.get().equals(tag.attr("integrity")), name + ": the page names another digest");
    expect(
        integrity.get().equals(digest(files.apply(URI.create(address)))),
        name + ": the file is another one");
  }

  private void expect(boolean condition, String otherwise) {
    if (!condition) {
      differences.add(otherwise);
    }
  }

  static String digest(byte[] bytes) {
    try {
      return "sha384-"
          + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-384").digest(bytes));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every JDK has SHA-384", absent);
    }
  }
}
