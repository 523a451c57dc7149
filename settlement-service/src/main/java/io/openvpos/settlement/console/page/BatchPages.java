package io.openvpos.settlement.console.page;

import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.explain.LineExplanations;
import io.openvpos.settlement.report.job.FileSet;
import io.openvpos.settlement.report.job.FileSetStore;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/// Batches: the acquirer sees all, a merchant its own.
@PageController
final class BatchPages {

  static final String BATCHES = ConsoleMenu.START + "/batches";
  static final int A_PAGE = 50;

  private final BatchStore batches;
  private final FileSetStore files;
  private final LineExplanations explanations;

  BatchPages(BatchStore batches, FileSetStore files, LineExplanations explanations) {
    this.batches = batches;
    this.files = files;
    this.explanations = explanations;
  }

  @GetMapping(BATCHES)
  Rendering list(
      PageCaller caller,
      @RequestParam(defaultValue = "") String merchant,
      @RequestParam(defaultValue = "") String after) {
    String own = ownMerchant(caller);
    String asked = merchant.isBlank() ? null : merchant.strip();
    List<Batch> found =
        batches.list(
            new BatchStore.Query(null, own == null ? asked : own, null, null),
            after.isEmpty() ? null : after,
            A_PAGE + 1);
    return caller
        .page("finance/batches")
        .with("batches", found.stream().limit(A_PAGE).toList())
        .with("older", found.size() > A_PAGE ? found.get(A_PAGE - 1).id() : "")
        .with("merchant", asked == null ? "" : asked)
        .with("ofAll", own == null)
        .rendering();
  }

  @GetMapping(BATCHES + "/{id}")
  Rendering one(PageCaller caller, @PathVariable String id) {
    Batch batch = visible(caller, id);
    return caller
        .page("finance/batch")
        .with("batch", batch)
        .with(
            "files",
            files.find(FileSet.id(batch.day(), batch.id())).map(FileRow::of).orElse(List.of()))
        .rendering();
  }

  /// Why one line is what it is. Its rate and roundings are the ledger's to explain.
  @GetMapping(BATCHES + "/{id}/line")
  Rendering line(
      PageCaller caller, @PathVariable String id, @RequestParam(defaultValue = "") String seq) {
    Batch batch = visible(caller, id);
    return caller
        .page("finance/line")
        .with(
            "explained",
            explanations
                .explain(batch, number(seq))
                .orElseThrow(() -> ProblemException.of(404, "not_found")))
        .with("batch", batch)
        .rendering();
  }

  private Batch visible(PageCaller caller, String id) {
    String own = ownMerchant(caller);
    return batches
        .find(id)
        .filter(found -> own == null || own.equals(found.head().merchantId()))
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  private static long number(String seq) {
    try {
      return Long.parseLong(seq.strip());
    } catch (NumberFormatException e) {
      throw ProblemException.of(404, "not_found");
    }
  }

  /// Null for those who see every merchant's.
  private static @Nullable String ownMerchant(PageCaller caller) {
    return caller.has(Role.ACQUIRER_FINANCE, Role.ACQUIRER_OPS, Role.AUDITOR)
        ? null
        : caller.merchant(ConsoleMenu.MERCHANT);
  }
}
