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

  /// A whole number that a payment has.
  record WholeField(int slot) implements Whole {
    @Override
    public long of(Subject subject) {
      return (long) subject.number(slot);
    }
  }

  /// A whole number that a rule names.
  record WholeConstant(long value) implements Whole {
    @Override
    public long of(Subject subject) {
      return value;
    }
  }

  /// A number that a payment has.
  record RealField(int slot) implements Real {
    @Override
    public double of(Subject subject) {
      return subject.number(slot);
    }
  }

  /// A number that a rule names.
  record RealConstant(double value) implements Real {
    @Override
    public double of(Subject subject) {
      return value;
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
