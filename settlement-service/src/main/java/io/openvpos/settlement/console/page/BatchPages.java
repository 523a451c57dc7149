package io.openvpos.settlement.console.page;

import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.BatchStore;
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

  BatchPages(BatchStore batches, FileSetStore files) {
    this.batches = batches;
    this.files = files;
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
    String own = ownMerchant(caller);
    Batch batch =
        batches
            .find(id)
            .filter(found -> own == null || own.equals(found.head().merchantId()))
            .orElseThrow(() -> ProblemException.of(404, "not_found"));
    return caller
        .page("finance/batch")
        .with("batch", batch)
        .with(
            "files",
            files.find(FileSet.id(batch.day(), batch.id())).map(FileRow::of).orElse(List.of()))
        .rendering();
  }

  /// Null for those who see every merchant's.
  private static @Nullable String ownMerchant(PageCaller caller) {
    return caller.has(Role.ACQUIRER_FINANCE, Role.ACQUIRER_OPS, Role.AUDITOR)
        ? null
        : caller.merchant(ConsoleMenu.MERCHANT);
  }
}
