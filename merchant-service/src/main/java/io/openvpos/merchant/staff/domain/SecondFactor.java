package io.openvpos.merchant.staff.domain;

import java.util.List;

/// An authenticator app's secret, and codes for the day when the app is lost.
///
/// @param secret base32, as the app knows it
/// @param recoveryHashes SHA-256 of each recovery code that is not used yet
public record SecondFactor(String secret, List<String> recoveryHashes) {

  public SecondFactor {
    recoveryHashes = List.copyOf(recoveryHashes);
  }

  SecondFactor without(String hash) {
    return new SecondFactor(
        secret, recoveryHashes.stream().filter(one -> !one.equals(hash)).toList());
  }

  @Override
  public String toString() {
    return "SecondFactor";
  }
}
