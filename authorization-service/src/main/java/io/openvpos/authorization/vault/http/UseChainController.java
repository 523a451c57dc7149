package io.openvpos.authorization.vault.http;

import io.openvpos.authorization.vault.UseChain;
import io.openvpos.authorization.vault.UseChain.Fault;
import io.openvpos.authorization.vault.UseChain.Finding;
import io.openvpos.authorization.vault.UseSeal;
import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The chain over the records of readings, verified on demand.
@RestController
final class UseChainController {

  private final UseChain chain;

  UseChainController(UseChain chain) {
    this.chain = chain;
  }

  /// @param complete whether the walk came to the chain's end; if not and intact, go on after
  ///   `last_number`
  /// @param uses covered by the seals that hold
  /// @param sealedUntil what was read since is not sealed yet
  /// @param brokenNumber the first seal that does not hold
  /// @param fault missing, not_linked or altered
  record ChainAnswer(
      boolean intact,
      boolean complete,
      long afterNumber,
      long verified,
      long uses,
      long lastNumber,
      @Nullable String lastHash,
      @Nullable Instant sealedUntil,
      @Nullable Long brokenNumber,
      @Nullable String fault) {

    static ChainAnswer of(long after, Finding found) {
      UseSeal last = found.last();
      Fault fault = found.fault();
      return new ChainAnswer(
          fault == null,
          found.complete(),
          after,
          found.verified(),
          found.uses(),
          last == null ? 0 : last.number(),
          last == null ? null : last.hash(),
          last == null ? null : last.to(),
          fault == null ? null : found.broken(),
          fault == null ? null : fault.name().toLowerCase(Locale.ROOT));
    }
  }

  @Operation(
      description =
          "Walks along the seals over the recorded readings behind the seal after_number (0, the"
              + " default: all that are kept), at most 100 seals or 200,000 readings a call. Each"
              + " seal's number and hash also stand in the service's log.")
  @GetMapping("/v1/card-uses/chain")
  ChainAnswer chain(
      Caller caller,
      @RequestParam(name = "after_number", required = false, defaultValue = "0") String after) {
    Caller.Staff _ = Access.require(caller, Role.AUDITOR);
    long number = number(after);
    return chain
        .check(number)
        .map(found -> ChainAnswer.of(number, found))
        .orElseThrow(UseChainController::invalid);
  }

  private static long number(String text) {
    try {
      long number = Long.parseLong(text);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Answered below.
    }
    throw invalid();
  }

  private static ProblemException invalid() {
    return ProblemException.of(400, "validation_failed").field("after_number", "invalid");
  }
}
