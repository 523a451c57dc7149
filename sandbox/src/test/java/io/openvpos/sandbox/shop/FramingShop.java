package io.openvpos.sandbox.shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A shop with TLS and a certificate that no browser knows. Its till shows the bank's payment page
/// in a frame; a browser that finds several names here sees as many shops.
public final class FramingShop implements AutoCloseable {

  private static final String TILL = "/kasa?";
  private static final String PAID = "/tamam";

  private final HttpsServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

  public FramingShop(Path folder) throws IOException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(ShopCertificate.in(folder, Clock.systemUTC()).context()));
    server.setExecutor(executor);
    server.createContext("/", FramingShop::answer);
    server.start();
  }

  /// Under one of its names.
  public String origin(String name) {
    return "https://" + name + ":" + server.getAddress().getPort();
  }

  /// Where the till shows a page, at a name's origin.
  public String till(String name, String page) {
    return origin(name) + TILL + URLEncoder.encode(page, StandardCharsets.UTF_8);
  }

  /// Where a shopper who has paid comes back to.
  public String paid(String name) {
    return origin(name) + PAID;
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String asked = exchange.getRequestURI().toString();
    String inside =
        asked.startsWith(TILL)
            ? "<h1>Kasa</h1><iframe title=\"Ödeme\" width=\"700\" height=\"900\" src=\""
                + URLDecoder.decode(asked.substring(TILL.length()), StandardCharsets.UTF_8)
                + "\"></iframe>"
            : "<h1 id=\"back\">Yine mağazadasınız</h1>";
    byte[] page =
        ("<!doctype html><html lang=\"tr\"><meta charset=\"utf-8\"><title>Mağaza</title><main>"
                + inside
                + "</main></html>")
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
    exchange.sendResponseHeaders(200, page.length);
    exchange.getResponseBody().write(page);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    executor.close();
  }
}
