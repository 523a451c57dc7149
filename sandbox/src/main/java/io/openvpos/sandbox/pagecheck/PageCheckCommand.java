package io.openvpos.sandbox.pagecheck;

import io.openvpos.sandbox.pagecheck.PageCheck.Received;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Fetches a payment page and says whether it is as inventoried. For an operator's weekly job: exit
/// 0 if it is, 1 and a line for each difference if not.
@Command(name = "page-check", description = "Compare a payment page with the script inventory.")
public final class PageCheckCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Option(names = "--url", required = true, description = "Of a page below /checkout, /l or /3ds.")
  private URI url = URI.create("http://localhost:8080/checkout/none");

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  @Override
  public Integer call() {
    HttpResponse<byte[]> answer = fetch(url);
    Map<String, String> headers =
        answer.headers().map().entrySet().stream()
            .collect(
                Collectors.toMap(
                    header -> header.getKey().toLowerCase(Locale.ROOT),
                    header -> String.join(", ", header.getValue())));
    String html = new String(answer.body(), StandardCharsets.UTF_8);
    List<String> differences =
        PageCheck.differences(
            new Received(url, headers, html),
            Inventory.bundled(url.getPath()),
            file -> fetch(file).body());
    differences.forEach(difference -> System.out.println("DIFFERS " + difference));
    System.out.println(
        differences.isEmpty() ? "OK the page is as inventoried" : "FAILED " + differences.size());
    return differences.isEmpty() ? 0 : 1;
  }

  private HttpResponse<byte[]> fetch(URI address) {
    try {
      return client.send(
          HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("no answer from " + address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
