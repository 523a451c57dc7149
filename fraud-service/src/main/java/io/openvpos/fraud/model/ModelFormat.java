package io.openvpos.fraud.model;

import java.util.ServiceLoader;

/// A format of model files beside our own. One is brought along by a profile of the build and found
/// by [ServiceLoader].
public interface ModelFormat {

  /// How names of its files end, with the dot.
  String suffix();

  /// Throws [IllegalArgumentException] saying what is wrong.
  ScoringModel read(byte[] bytes);

  /// Reads a file of any format that is here; one of our own where none has its suffix.
  ///
  /// Throws [IllegalArgumentException] saying what is wrong.
  static ScoringModel read(String fileName, byte[] bytes) {
    if (!fileName.endsWith(ModelFile.SUFFIX)) {
      for (ModelFormat format : ServiceLoader.load(ModelFormat.class)) {
        if (fileName.endsWith(format.suffix())) {
          return format.read(bytes);
        }
      }
    }
    return ModelFile.read(bytes);
  }
}
