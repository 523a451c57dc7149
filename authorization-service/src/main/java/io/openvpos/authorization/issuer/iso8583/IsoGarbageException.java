package io.openvpos.authorization.issuer.iso8583;

import java.io.IOException;

/// Bytes that are no message of the dialect. Nothing after them can be trusted, so the connection
/// ends.
final class IsoGarbageException extends IOException {

  IsoGarbageException(String message) {
    super(message);
  }
}
