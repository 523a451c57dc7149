package io.openvpos.settlement.reconciliation.file;

/// Which way a file goes.
public enum FileKind {
  /// From the acquirer to the network.
  PRESENTMENT("OVPPRS01"),
  /// From the network to the acquirer.
  CLEARING("OVPCLR01");

  private final String code;

  FileKind(String code) {
    this.code = code;
  }

  /// The name of the format with its version, as the header has it.
  public String code() {
    return code;
  }
}
