package io.openvpos.sandbox.scenario;

import java.util.List;

/// The card numbers of the sandbox's card network. The number decides what the issuer says.
public final class SandboxCards {

  public static final String VISA = "4155650100416111";
  public static final String MASTERCARD = "5528790000000008";
  public static final String TROY = "9792030000000000";
  public static final String INSUFFICIENT_FUNDS = "4111111111111129";
  public static final String DO_NOT_HONOUR = "4129111111111111";
  public static final String EXPIRED = "4125111111111115";
  public static final String LOST = "4127111111111113";
  public static final String STOLEN = "4126111111111114";

  /// A valid number that no issuer knows.
  public static final String UNKNOWN = "4242424242424242";

  public static final List<String> APPROVING = List.of(VISA, MASTERCARD, TROY);
  public static final List<String> DECLINING =
      List.of(INSUFFICIENT_FUNDS, DO_NOT_HONOUR, EXPIRED, LOST, STOLEN, UNKNOWN);

  private SandboxCards() {}
}
