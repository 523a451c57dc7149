package io.openvpos.fraud.features;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// The features as one versioned whole.
public final class FeatureSchema {

  private static final List<Feature> ALL = List.of(Feature.values());
  private static final String HASH = hash(ALL);

  private FeatureSchema() {}

  public static List<Feature> all() {
    return ALL;
  }

  /// Length of a served vector.
  public static int size() {
    return ALL.size();
  }

  /// SHA-256 over name, type, unit and direction of all features in order. A snapshot or a stored
  /// vector of another schema is not mixed with this one's.
  public static String hash() {
    return HASH;
  }

  /// The feature of that code; throws for an unknown one.
  public static Feature of(String code) {
    String name = code.toUpperCase(Locale.ROOT);
    return ALL.stream()
        .filter(feature -> feature.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such feature: " + code));
  }

  /// Places of the features in a served vector.
  public static int[] slots(List<Feature> features) {
    return features.stream().mapToInt(Feature::slot).toArray();
  }

  private static String hash(List<Feature> features) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Feature feature : features) {
        String line =
            String.join(
                "|",
                Arrays.asList(
                    feature.code(),
                    feature.type().code(),
                    feature.unit(),
                    Integer.toString(feature.direction())));
        digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
