package io.openvpos.sandbox.shop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// The shop's pages by their path, out of the jar: a frame for each language and what goes into it.
/// They are written once; only the basket differs from visitor to visitor.
final class ShopPages {

  private static final String BASKET = "<!--basket-->";

  private static final String ORDER = "/siparis";

  private static final Map<String, String> FILES =
      Map.ofEntries(
          Map.entry("/", "tr/index"),
          Map.entry("/urunler", "tr/urunler"),
          Map.entry("/sepet", "tr/sepet"),
          Map.entry("/odeme", "tr/odeme"),
          Map.entry("/uye-ol", "tr/uye-ol"),
          Map.entry("/giris", "tr/giris"),
          Map.entry("/mesafeli-satis-sozlesmesi", "tr/mesafeli-satis"),
          Map.entry("/iade", "tr/iade"),
          Map.entry("/kvkk", "tr/kvkk"),
          Map.entry("/iletisim", "tr/iletisim"),
          Map.entry(ORDER, "tr/siparis"),
          Map.entry("/en", "en/index"));

  private final Map<String, String> pages;

  ShopPages() {
    pages =
        FILES.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, page -> framed(page.getValue())));
  }

  /// The page at a path, with the visitor's basket where it has a place for it.
  Optional<String> page(String path, List<Product> basket) {
    return Optional.ofNullable(pages.get(path)).map(page -> page.replace(BASKET, lines(basket)));
  }

  /// The page of an order with what is to be said of it.
  String order(String content) {
    return Objects.requireNonNull(pages.get(ORDER)).replace("<!--order-->", content);
  }

  static String style() {
    return read("style.css");
  }

  private static String framed(String file) {
    String frame = read(file.substring(0, 2) + "/frame.html");
    String content = read(file + ".html");
    int end = content.indexOf('\n');
    String title = content.substring(0, end).strip();
    return frame
        .replace("<!--title-->", title)
        .replace("<!--content-->", content.substring(end + 1))
        .replace("<!--products-->", products());
  }

  private static String products() {
    return Product.ALL.stream()
        .map(product ->
            """
            <article><h3>%s</h3><p>%s</p><p class="price">%s</p>
            <form method="post" action="/sepet"><input type="hidden" name="urun" value="%s">
            <button>Sepete ekle</button></form></article>
            """
                .formatted(product.name(), product.about(), product.price(), product.id()))
        .collect(Collectors.joining());
  }

  private static String lines(List<Product> basket) {
    if (basket.isEmpty()) {
      return "<p>Sepetinizde henüz ürün yok.</p>";
    }
    return basket.stream()
        .map(product -> "<li>" + product.name() + " <b>" + product.price() + "</b></li>")
        .collect(
            Collectors.joining(
                "",
                "<ul class=\"basket\">",
                "</ul><p class=\"price\">Toplam: " + Product.total(basket) + "</p>"));
  }

  private static String read(String file) {
    try (InputStream in = ShopPages.class.getResourceAsStream("/shop/" + file)) {
      if (in == null) {
        throw new IllegalStateException("/shop/" + file + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
