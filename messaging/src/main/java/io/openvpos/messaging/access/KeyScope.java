package io.openvpos.messaging.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What an API key may do: everything of its merchant's back end, or making card tokens only.
public enum KeyScope {
  SECRET,
  PUBLISHABLE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<KeyScope> of(String code) {
    return Stream.of(values()).filter(scope -> scope.code().equals(code)).findFirst();
  }
}
