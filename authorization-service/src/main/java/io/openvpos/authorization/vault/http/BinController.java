package io.openvpos.authorization.vault.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.openvpos.authorization.vault.Bins;
import io.openvpos.authorization.vault.Bins.Bin;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.http.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Brand and class of cards by their leading digits, for every merchant key and everybody who is
/// signed in.
@RestController
final class BinController {

  private static final Pattern FORM = Pattern.compile("[0-9]{6,8}");

  private final Bins bins;

  BinController(Bins bins) {
    this.bins = bins;
  }

  /// As the answer says it: the digits asked for, and what they mean.
  ///
  /// @param pointsProgram absent where the cards have no points
  record BinAnswer(
      String bin,
      String brand,
      String funding,
      String issuerCountry,
      String cardClass,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String pointsProgram) {}

  @Operation(
      description =
          "What the first 6 to 8 digits of a card say. More digits are refused: they could be a"
              + " card number. Six digits that several banks share are not found.")
  @GetMapping("/v1/bins/{bin}")
  BinAnswer bin(Caller caller, @PathVariable String bin) {
    if (!FORM.matcher(bin).matches()) {
      throw ProblemException.of(400, "validation_failed").field("bin", "invalid_format");
    }
    Bin found = bins.find(bin).orElseThrow(() -> ProblemException.of(404, "not_found"));
    return new BinAnswer(
        bin,
        found.brand(),
        found.funding(),
        found.issuerCountry(),
        found.cardClass(),
        found.pointsProgram());
  }
}
