package io.openvpos.authorization.vault.keys;

import java.nio.file.Path;

/// Where the keys are named: a file or the environment. Each key is written out there, or lies in
/// an HSM and has its label there.
@FunctionalInterface
public interface KeyProvider {

  /// The keys; fails with a message that says what is missing and never shows a key.
  KeyRing load();

  /// Keys in a file of a folder.
  ///
  /// @param generate make the file if it is missing
  /// @param hsm has the keys that the file has labels of
  static KeyProvider inFolder(Path folder, boolean generate, Hsm hsm) {
    return new KeyFile(folder, generate, hsm);
  }

  /// Keys written out in a setting; semicolons may stand for line ends.
  ///
  /// @param origin names the setting in errors
  /// @param hsm has the keys that the text has labels of
  static KeyProvider ofText(String text, String origin, Hsm hsm) {
    return () -> KeyText.parse(text.replace(';', '\n'), origin, hsm);
  }
}
