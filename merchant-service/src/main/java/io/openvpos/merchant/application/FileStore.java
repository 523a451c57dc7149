package io.openvpos.merchant.application;

import java.util.Optional;

/// The bytes of papers and agreements, for ever. One that no application names is harmless.
public interface FileStore {

  /// Returns the new file's id.
  String store(byte[] bytes);

  Optional<byte[]> read(String fileId);
}
