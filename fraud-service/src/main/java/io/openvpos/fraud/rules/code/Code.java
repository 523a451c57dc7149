package io.openvpos.fraud.rules.code;

/// A runnable expression; each kind gives values of one type.
sealed interface Code {

  ValueType type();

  /// Of type bool.
  non-sealed interface Flag extends Code {
    boolean of(Subject subject);

    @Override
    default ValueType type() {
      return ValueType.BOOL;
    }
  }

  /// Of type int.
  non-sealed interface Whole extends Code {
    long of(Subject subject);

    @Override
    default ValueType type() {
      return ValueType.INT;
    }
  }

  /// Of type double.
  non-sealed interface Real extends Code {
    double of(Subject subject);

    @Override
    default ValueType type() {
      return ValueType.DOUBLE;
    }
  }

  /// Of type string.
  non-sealed interface Text extends Code {
    String of(Subject subject);

    @Override
    default ValueType type() {
      return ValueType.STRING;
    }
  }
}
