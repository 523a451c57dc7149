package io.openvpos.sandbox.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How the simulated issuers decide: the PAN decides, and on an approving card the amount modulo
/// 100 picks a fault. The cards and the faults of authorizations are part of the public HTTP
/// contract; those of refunds are the sandbox's own.
final class IssuerRules {

  static final String APPROVED = "00";

  private static final String INVALID_TRANSACTION = "12";
  private static final String INVALID_CARD = "14";
  private static final String FORMAT_ERROR = "30";
  private static final String NOT_SUPPORTED = "40";
  private static final String DO_NOT_HONOUR = "05";

  private static final List<String> APPROVING = List.of("41556501", "55287900", "97920300");
  private static final Map<String, String> DECLINING =
      Map.of(
          "4111111111111129", "51",
          "4129111111111111", "05",
          "4125111111111115", "54",
          "4127111111111113", "41",
          "4126111111111114", "43");
  private static final Set<String> MANAGEMENT = Set.of("001", "002", "301");

  private static final long FAULT_MODULUS = 100;

  /// When the answer leaves; the decision is made and logged on receipt in any case.
  enum Timing {
    AT_ONCE,
    LATE,
    NEVER
  }

  /// The response code and when it is told.
  record Decision(String responseCode, Timing timing) {
    private static Decision now(String responseCode) {
      return new Decision(responseCode, Timing.AT_ONCE);
    }
  }

  private IssuerRules() {}

  /// Decides anything but whether a reversal came first.
  static Decision decide(NetworkMessage message) {
    if (message.isManagement()) {
      return Decision.now(MANAGEMENT.contains(message.managementCode()) ? APPROVED : NOT_SUPPORTED);
    }
    if (message.rrn().isEmpty() || message.stan().isEmpty()) {
      return Decision.now(FORMAT_ERROR);
    }
    if (message.isAdvice()) {
      return Decision.now(message.originalElements() == null ? FORMAT_ERROR : APPROVED);
    }
    if (message.isVerification() || message.isInquiry()) {
      return message.amount() == 0 ? question(message) : Decision.now(FORMAT_ERROR);
    }
    if (message.amount() <= 0 || isRefund(message) != message.isFinancial()) {
      return Decision.now(FORMAT_ERROR);
    }
    return byCard(message);
  }

  /// The answer to a request whose reversal has been seen already.
  static Decision reversedBefore() {
    return Decision.now(DO_NOT_HONOUR);
  }

  private static boolean isRefund(NetworkMessage message) {
    return message.processingCode().startsWith("20");
  }

  private static Decision question(NetworkMessage message) {
    Decision decision = byCard(message);
    boolean untold = message.isInquiry() && !PointsBook.tells(message);
    return untold && decision.responseCode().equals(APPROVED)
        ? Decision.now(INVALID_TRANSACTION)
        : decision;
  }

  private static Decision byCard(NetworkMessage message) {
    String declined = DECLINING.get(message.pan());
    if (declined != null) {
      return Decision.now(declined);
    }
    if (APPROVING.stream().noneMatch(message.pan()::startsWith) || !passesLuhn(message.pan())) {
      return Decision.now(INVALID_CARD);
    }
    Optional<String> refused =
        AuthenticationRules.refuses(message).or(() -> KeptCardRules.refuses(message));
    if (refused.isPresent()) {
      return Decision.now(refused.get());
    }
    int fault = (int) (message.amount() % FAULT_MODULUS);
    return message.isFinancial() ? refundFault(fault) : authorizationFault(fault);
  }

  private static Decision authorizationFault(int fault) {
    return switch (fault) {
      case 98 -> new Decision(APPROVED, Timing.NEVER);
      case 99 -> new Decision(APPROVED, Timing.LATE);
      case 5 -> Decision.now("05");
      case 51 -> Decision.now("51");
      case 54 -> Decision.now("54");
      case 91 -> Decision.now("91");
      default -> Decision.now(APPROVED);
    };
  }

  private static Decision refundFault(int fault) {
    return switch (fault) {
      case 95 -> new Decision(APPROVED, Timing.LATE);
      case 96 -> new Decision(APPROVED, Timing.NEVER);
      case 97 -> Decision.now(DO_NOT_HONOUR);
      default -> Decision.now(APPROVED);
    };
  }

  private static boolean passesLuhn(String pan) {
    int sum = 0;
    for (int i = 0; i < pan.length(); i++) {
      int digit = pan.charAt(pan.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : digit * 2;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }
}
