package io.openvpos.settlement.explain.http;

import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.batch.http.Viewer;
import io.openvpos.settlement.explain.LineExplanations;
import io.swagger.v3.oas.annotations.Parameter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Explains one line of a batch to who may see the batch.
@RestController
class LineController {

  private final BatchStore batches;
  private final LineExplanations explanations;

  LineController(BatchStore batches, LineExplanations explanations) {
    this.batches = batches;
    this.explanations = explanations;
  }

  @GetMapping("/v1/batches/{id}/lines/{seq}")
  LineAnswer get(
      @Parameter(hidden = true) Caller caller, @PathVariable String id, @PathVariable String seq) {
    Viewer viewer = Viewer.of(caller);
    Batch batch = batches.find(id).filter(viewer::sees).orElseThrow(LineController::notFound);
    return explanations
        .explain(batch, number(seq))
        .map(LineAnswer::of)
        .orElseThrow(LineController::notFound);
  }

  private static long number(String seq) {
    try {
      return Long.parseLong(seq);
    } catch (NumberFormatException e) {
      throw notFound();
    }
  }

  private static ProblemException notFound() {
    return ProblemException.of(404, "not_found");
  }
}
