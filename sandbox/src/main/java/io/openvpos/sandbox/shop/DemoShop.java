package io.openvpos.sandbox.shop;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.openvpos.page.PageForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// The shop's servers on this machine, one with TLS and one without. A basket lives in its
/// visitor's cookie. It sells once it has a key of a bank's.
public final class DemoShop implements AutoCloseable {

  private static final int BACKLOG = 64;
  private static final int LONGEST_FORM = 4_096;
  private static final int MOST_IN_BASKET = 20;
  private static final String COOKIE = "sepet=";
  private static final String ORDER = "/siparis/";
  private static final String NOT_FOUND = "<h1>Sayfa bulunamadı</h1>";
  private static final String HTML = "text/html; charset=utf-8";

  private final ShopPages pages = new ShopPages();
  private final ShopCertificate certificate;
  private final HttpsServer secure;
  private final HttpServer plain;
  private volatile @Nullable Orders orders;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private DemoShop(Path folder, Clock clock) {
    certificate = ShopCertificate.in(folder, clock);
    try {
      InetSocketAddress any = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
      secure = HttpsServer.create(any, BACKLOG);
      secure.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
      plain = HttpServer.create(any, BACKLOG);
    } catch (IOException e) {
      throw new UncheckedIOException("the shop cannot open", e);
    }
  }

  /// Opens on free ports.
  ///
  /// @param folder where its certificate is kept
  public static DemoShop open(Path folder, Clock clock) {
    DemoShop shop = new DemoShop(folder, clock);
    shop.start(shop.secure);
    shop.start(shop.plain);
    return shop;
  }

  private void start(HttpServer server) {
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  /// The address that an applicant would give.
  public String url() {
    return "https://localhost:" + secure.getAddress().getPort() + "/";
  }

  /// The same without TLS.
  public String plainUrl() {
    return "http://localhost:" + plain.getAddress().getPort() + "/";
  }

  /// From now on the shop takes money.
  ///
  /// @param edge base address of the bank's API
  /// @param secretKey of the shop, for test mode
  public void takeMoney(String edge, String secretKey) {
    String here = plainUrl();
    orders = new Orders(new Till(edge, secretKey), here.substring(0, here.length() - 1));
  }

  /// The sandbox's authority in PEM, for `vpos.site-check.extra-trust`.
  public Path authority() {
    return certificate.authority();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (path.equals("/style.css")) {
        answer(exchange, 200, "text/css; charset=utf-8", ShopPages.style());
      } else if (exchange.getRequestMethod().equals("POST")) {
        post(exchange, path);
      } else if (path.startsWith(ORDER)) {
        order(exchange, path.substring(ORDER.length()));
      } else {
        Optional<String> page = pages.page(path, basket(exchange.getRequestHeaders()));
        answer(exchange, page.isPresent() ? 200 : 404, HTML, page.orElse(NOT_FOUND));
      }
    }
  }

  private void post(HttpExchange exchange, String path) throws IOException {
    byte[] sent = exchange.getRequestBody().readNBytes(LONGEST_FORM);
    PageForm form = PageForm.parse(sent);
    if (path.equals("/odeme")) {
      pay(exchange, form);
      return;
    }
    boolean basket = path.equals("/sepet");
    if (basket) {
      add(exchange, form.text("urun"));
    }
    redirect(exchange, basket ? "/sepet" : "/");
  }

  private void pay(HttpExchange exchange, PageForm form) throws IOException {
    Orders open = orders;
    if (open == null) {
      answer(exchange, 503, HTML, pages.order(OrderPage.closed()));
      return;
    }
    Orders.Next next = open.place(basket(exchange.getRequestHeaders()), form);
    if (next.location().isEmpty()) {
      answer(exchange, next.status(), HTML, pages.order(next.page()));
    } else {
      redirect(exchange, next.location());
    }
  }

  private void order(HttpExchange exchange, String id) throws IOException {
    Orders open = orders;
    Optional<Order> found = open == null ? Optional.empty() : open.find(id);
    if (open == null || found.isEmpty()) {
      answer(exchange, 404, HTML, NOT_FOUND);
    } else if (!Orders.isGenuine(found.get(), exchange.getRequestURI())) {
      answer(exchange, 400, HTML, pages.order(OrderPage.forged()));
    } else {
      Till.Standing standing = open.standing(found.get());
      if (standing.isPaid()) {
        exchange.getResponseHeaders().set("Set-Cookie", COOKIE + "; Path=/; Max-Age=0");
      }
      answer(exchange, 200, HTML, pages.order(OrderPage.of(found.get(), standing)));
    }
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    exchange.sendResponseHeaders(303, -1);
  }

  private static void add(HttpExchange exchange, String id) {
    List<Product> held = basket(exchange.getRequestHeaders());
    Product.of(id)
        .filter(_ -> held.size() < MOST_IN_BASKET)
        .ifPresent(product -> {
          StringBuilder ids = new StringBuilder();
          held.forEach(one -> ids.append(one.id()).append('.'));
          exchange
              .getResponseHeaders()
              .set("Set-Cookie", COOKIE + ids + product.id() + "; Path=/; HttpOnly; SameSite=Lax");
        });
  }

  private static List<Product> basket(Headers headers) {
    String cookies = headers.getOrDefault("Cookie", List.of("")).getFirst();
    return Arrays.stream(cookies.split("; "))
        .filter(cookie -> cookie.startsWith(COOKIE))
        .flatMap(cookie -> Arrays.stream(cookie.substring(COOKIE.length()).split("\\.")))
        .flatMap(id -> Product.of(id).stream())
        .limit(MOST_IN_BASKET)
        .toList();
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    secure.stop(0);
    plain.stop(0);
    threads.shutdownNow();
  }
}
