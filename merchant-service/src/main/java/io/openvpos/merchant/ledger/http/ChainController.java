package io.openvpos.merchant.ledger.http;

import io.openvpos.merchant.access.MerchantAccess;
import io.openvpos.merchant.ledger.ChainAudit;
import io.openvpos.merchant.ledger.ChainAudit.Finding;
import io.openvpos.merchant.ledger.domain.journal.ChainCheck;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.parameter.OneLedger;
import io.openvpos.merchant.profile.Merchants;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The hash chain of a ledger, verified on demand.
@RestController
final class ChainController {

  private final Merchants merchants;
  private final ChainAudit audit;

  ChainController(Merchants merchants, ChainAudit audit) {
    this.merchants = merchants;
    this.audit = audit;
  }

  /// @param complete whether the walk came to the ledger's end; if not and intact, go on after
  ///   `last_seq`
  /// @param brokenSeq the first number that does not hold
  /// @param fault missing, not_linked, altered or head_differs
  record ChainAnswer(
      String head,
      boolean intact,
      boolean complete,
      long afterSeq,
      long verified,
      long lastSeq,
      String lastHash,
      long headSeq,
      String headHash,
      @Nullable Long brokenSeq,
      @Nullable String fault) {

    static ChainAnswer of(HeadKey key, long afterSeq, Finding found) {
      ChainCheck.Break broken = found.broken();
      return new ChainAnswer(
          key.id(),
          broken == null,
          found.complete(),
          afterSeq,
          found.verified(),
          found.lastSeq(),
          found.lastHash(),
          found.headSeq(),
          found.headHash(),
          broken == null ? null : broken.seq(),
          broken == null ? null : broken.fault().name().toLowerCase(Locale.ROOT));
    }
  }

  @Operation(
      description =
          "Walks along the chain of hashes behind the entry after_seq (0, the default: all of it),"
              + " at most 100,000 entries a call; an after_seq that the ledger does not have is"
              + " invalid.")
  @GetMapping("/v1/merchants/{id}/ledger/chain")
  ChainAnswer chain(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String mode,
      @RequestParam(required = false) @Nullable String currency,
      @RequestParam(name = "after_seq", required = false) @Nullable String afterSeq) {
    List<Mode> seen = MerchantAccess.read(caller, id);
    Merchant merchant = merchants.find(id).orElseThrow(() -> ProblemException.of(404, "not_found"));
    HeadKey key = OneLedger.of(merchant.id(), merchant.currencies(), seen, mode, currency);
    long after = LedgerParameters.afterSeq(afterSeq);
    return audit
        .verify(key, after)
        .map(found -> ChainAnswer.of(key, after, found))
        .orElseThrow(
            () -> ProblemException.of(400, "validation_failed").field("after_seq", "invalid"));
  }
}
