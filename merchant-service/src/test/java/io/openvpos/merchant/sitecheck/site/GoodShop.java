package io.openvpos.merchant.sitecheck.site;

import java.util.LinkedHashMap;
import java.util.Map;

/// The pages of a shop that has everything, by path; tests take away what they want to miss.
public final class GoodShop {

  private GoodShop() {}

  private static final String MENU =
      """
      <nav><a href="/">Ana sayfa</a> <a href="/sepet">Sepetim</a> <a href="/odeme">Ödeme</a>
      <a href="/uye-ol">Üye ol</a> <a href="/giris">Üye girişi</a>
      <a href="/mesafeli-satis-sozlesmesi">MESAFELİ SATIŞ SÖZLEŞMESİ</a>
      <a href="/iade">İADE VE DEĞİŞİM</a> <a href="/gizlilik">GİZLİLİK POLİTİKASI</a>
      <a href="/iletisim">İLETİŞİM</a></nav>
      """;

  public static Map<String, String> pages() {
    Map<String, String> pages = new LinkedHashMap<>();
    page(
        pages,
        "/",
        "Çınar Kırtasiye",
        "Okul ve ofis için her şey burada: defter, kalem, boya ve daha çok ürün. Bu hafta tüm"
            + " siparişlerde kargo bizden. İyi alışverişler!");
    page(pages, "/sepet", "Sepetiniz", "Sepetinizde ürün yok.");
    page(
        pages,
        "/odeme",
        "Ödeme seçenekleri",
        "Siparişinizi kredi kartı veya banka kartı ile ödeyebilirsiniz. Taksit için kart seçiniz.");
    page(
        pages,
        "/uye-ol",
        "Üyelik",
        "<form method=post action=/uye-ol>E-posta <input name=e> Şifre <input type=password"
            + " name=p> Şifre tekrar <input type=password name=p2><button>Üye ol</button></form>");
    page(
        pages,
        "/giris",
        "Üye girişi",
        "<form method=post action=/giris><input type=hidden name=token value=abc>"
            + "<input type=email name=user><input type=password name=pass>"
            + "<button>Giriş yap</button></form>");
    page(
        pages,
        "/mesafeli-satis-sozlesmesi",
        "Mesafeli satış sözleşmesi",
        "Bu sözleşme, satıcı ile alıcı arasında 6502 sayılı Tüketicinin Korunması Hakkında Kanun"
            + " uyarınca kurulur. Satıcı, ürünü en geç otuz gün içinde teslim eder. Tüketici, on"
            + " dört gün içinde hiçbir gerekçe göstermeden cayma hakkını kullanabilir. Ödeme,"
            + " sipariş sırasında kredi kartı ile yapılır. Uyuşmazlıklarda tüketici hakem heyetleri"
            + " yetkilidir.");
    page(
        pages,
        "/iade",
        "İade ve değişim koşulları",
        "Satın aldığınız ürünü on dört gün içinde faturası ile birlikte iade edebilir ya da"
            + " değiştirebilirsiniz. İade kargo bedeli bize aittir. İptal edilen siparişlerin"
            + " tutarı üç iş günü içinde kartınıza geri ödenir. Kullanılmış ürünler için değişim"
            + " yapılmaz; cayma hakkınız saklıdır. Sorularınız için bize her zaman"
            + " yazabilirsiniz.");
    page(
        pages,
        "/gizlilik",
        "Gizlilik politikası ve KVKK aydınlatma metni",
        "6698 sayılı Kanun uyarınca veri sorumlusu olarak kişisel verilerinizi yalnızca"
            + " siparişinizi yerine getirmek için işleriz ve açık rızanız olmadan üçüncü kişilerle"
            + " paylaşmayız. Çerezler hakkında bilgi bu metnin sonundadır. Verilerinize erişmek,"
            + " onların düzeltilmesini ya da silinmesini istemek hakkınızdır; bize yazmanız"
            + " yeterlidir.");
    page(
        pages,
        "/iletisim",
        "İletişim",
        "Çınar Kırtasiye Ltd. Şti. Atatürk Mahallesi Çınar Caddesi No: 12 Daire 3, 34710 Kadıköy"
            + " / İstanbul. Telefon: 0216 555 12 34");
    return pages;
  }

  public static Map<String, String> without(String path) {
    Map<String, String> pages = pages();
    pages.remove(path);
    return pages;
  }

  public static Map<String, String> with(String path, String html) {
    Map<String, String> pages = pages();
    pages.put(path, html);
    return pages;
  }

  public static String page(String title, String body) {
    return "<!doctype html><html lang=tr><head><title>"
        + title
        + "</title></head><body>"
        + MENU
        + "<h1>"
        + title
        + "</h1><p>"
        + body
        + "</p></body></html>";
  }

  private static void page(Map<String, String> pages, String path, String title, String body) {
    pages.put(path, page(title, body));
  }
}
