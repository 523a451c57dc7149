package io.openvpos.settlement.payout.bank;

import io.openvpos.settlement.iso20022.IsoSchema;
import io.openvpos.settlement.payout.domain.Bank;
import io.openvpos.settlement.payout.domain.Bank.Answer;
import io.openvpos.settlement.payout.domain.PayoutFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/// The bank behind HTTP: a file is posted to `/payment-files`, the answer is its status report. A
/// file that is not valid by its schema does not leave, and a report that is not is none.
public final class HttpBank implements Bank, AutoCloseable {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();
  private final URI files;
  private final CreditTransferFile format;

  public HttpBank(URI base, CreditTransferFile format) {
    files = URI.create(base.toString().replaceAll("/+$", "") + "/payment-files");
    this.format = format;
  }

  @Override
  public List<Answer> handOver(PayoutFile file) {
    byte[] message = format.write(file);
    IsoSchema.PAIN_001.validate(message);
    HttpRequest request =
        HttpRequest.newBuilder(files)
            .timeout(ANSWER_WITHIN)
            .header("Content-Type", "application/xml")
            .header("Accept", "application/xml")
            .POST(BodyPublishers.ofByteArray(message))
            .build();
    try {
      return answers(client.send(request, BodyHandlers.ofByteArray()), file);
    } catch (IOException e) {
      throw new UncheckedIOException("file " + file.messageId() + " did not reach the bank", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while handing over " + file.messageId(), e);
    }
  }

  /// A bank that does not take a file may say so by HTTP too, with the report in the body.
  private static List<Answer> answers(HttpResponse<byte[]> response, PayoutFile file) {
    int status = response.statusCode();
    String what = "the bank answers " + status + " to file " + file.messageId();
    if (status / 100 != 2 && status / 100 != 4) {
      throw new IllegalStateException(what);
    }
    try {
      IsoSchema.PAIN_002.validate(response.body());
      return StatusReport.read(response.body()).answers(file);
    } catch (IllegalStateException unreadable) {
      throw new IllegalStateException(what + " with no report of it", unreadable);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
