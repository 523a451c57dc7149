package io.openvpos.sandbox.network;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// One line of the network's log: a message received and what was decided about it. Amounts are
/// minor units. No full PAN and no CVC.
///
/// @param at when it was decided, ISO 8601
/// @param connection the number of the connection since the network started
/// @param mti the message type
/// @param processingCode DE 3; begins with 20 for a refund
/// @param stan DE 11
/// @param rrn DE 37
/// @param amount DE 4
/// @param currency DE 49, the numeric ISO 4217 code
/// @param responseCode the decision; 00 is an approval, or the acknowledgement of an advice
/// @param original what an advice reverses, from DE 90; null otherwise
/// @param remaining what an advice leaves of the amount, from DE 95; null otherwise
/// @param repeat whether the message said it was a repeat (0421)
/// @param counted whether an advice was the first with its DE 37, DE 90 and DE 95
/// @param answer when the answer was due to leave: AT_ONCE, LATE or NEVER
/// @param pan first six and last four digits
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record NetworkRecord(
    String at,
    int connection,
    String mti,
    String processingCode,
    String stan,
    String rrn,
    long amount,
    String currency,
    String responseCode,
    @Nullable Original original,
    @Nullable Long remaining,
    boolean repeat,
    boolean counted,
    String answer,
    String pan) {

  static final String INQUIRY = "31";

  /// DE 90: the message an advice reverses.
  ///
  /// @param mti its message type
  /// @param stan its DE 11
  /// @param transmittedAt its DE 7
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Original(String mti, String stan, String transmittedAt) {

    private static final int MTI_END = 4;
    private static final int STAN_END = 10;
    private static final int TRANSMITTED_END = 20;

    static Original parse(String elements) {
      return new Original(
          elements.substring(0, MTI_END),
          elements.substring(MTI_END, STAN_END),
          elements.substring(STAN_END, TRANSMITTED_END));
    }
  }

  /// Whether this is an authorization or a refund that the issuer approved, told or not.
  public boolean isApproval() {
    return (mti.equals("0100") || mti.equals("0200")) && responseCode.equals("00");
  }

  /// Whether this asked what an account of the card has: it holds nothing.
  public boolean isInquiry() {
    return mti.equals("0100") && processingCode.startsWith(INQUIRY) && amount == 0;
  }

  /// Whether this is an acknowledged reversal seen for the first time.
  public boolean isCountedReversal() {
    return counted && remaining != null;
  }
}
