package io.openvpos.authorization.vault;

/// The vault's store, or the HSM with its keys, did not answer. Whether the store did what was
/// asked is unknown; asking again is safe.
public final class VaultUnavailableException extends RuntimeException {

  public VaultUnavailableException(Throwable cause) {
    this("the vault's store did not answer", cause);
  }

  public VaultUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
