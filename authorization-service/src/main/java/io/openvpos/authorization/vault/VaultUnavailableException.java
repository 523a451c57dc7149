package io.openvpos.authorization.vault;

/// The vault's store did not answer. Whether it did what was asked is unknown; asking again is
/// safe.
public final class VaultUnavailableException extends RuntimeException {

  public VaultUnavailableException(Throwable cause) {
    super("the vault's store did not answer", cause);
  }
}
