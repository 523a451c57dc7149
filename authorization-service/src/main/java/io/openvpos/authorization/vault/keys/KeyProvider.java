package io.openvpos.authorization.vault.keys;

import java.nio.file.Path;

/// Where key material comes from: a file, the environment, or a key management service.
@FunctionalInterface
public interface KeyProvider {

  /// The keys; fails with a message that says what is missing and never shows a key.
  KeyRing load();

  /// Keys in a file of a folder.
  ///
  /// @param generate make the file if it is missing
  static KeyProvider inFolder(Path folder, boolean generate) {
    return new KeyFile(folder, generate);
  }

  /// Keys written out in a setting; semicolons may stand for line ends.
  ///
  /// @param origin names the setting in errors
  static KeyProvider ofText(String text, String origin) {
    return () -> KeyText.parse(text.replace(';', '\n'), origin);
  }
}
