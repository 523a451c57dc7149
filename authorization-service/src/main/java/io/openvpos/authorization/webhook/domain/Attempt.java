package io.openvpos.authorization.webhook.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One try of a delivery, and what came of it.
///
/// @param status the HTTP status; 0 without an answer
/// @param fault why there was no answer, in a word; null with one
public record Attempt(Instant at, int status, @Nullable String fault, Duration took) {

  private static final int OK = 200;
  private static final int REDIRECTS = 300;

  public boolean accepted() {
    return status >= OK && status < REDIRECTS;
  }
}
