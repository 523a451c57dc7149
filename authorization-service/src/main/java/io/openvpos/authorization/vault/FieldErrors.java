package io.openvpos.authorization.vault;

/// Collects what is wrong with the fields of a request.
@FunctionalInterface
public interface FieldErrors {

  /// `pointer` is a JSON pointer into the request body such as `/card/number`, `code` a stable
  /// error code such as `invalid_luhn`.
  void add(String pointer, String code);
}
