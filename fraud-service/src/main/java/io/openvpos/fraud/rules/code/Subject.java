package io.openvpos.fraud.rules.code;

/// The payment that rules are asked about, as values by slot.
///
/// Made once for each payment and read by many rules; nothing changes it.
public final class Subject {

  /// Answers for the payment's own time and mode.
  @FunctionalInterface
  public interface Lists {

    /// Nothing is on any list.
    Lists EMPTY = (list, value) -> false;

    /// Whether the value is on the list.
    ///
    /// @param list its number in the vocabulary
    boolean has(int list, String value);
  }

  private final double[] numbers;
  private final String[] texts;
  private final Lists lists;

  /// Takes the arrays as its own: it is made for each payment, and they for it.
  ///
  /// @param numbers by slot; flags as 0 or 1, whole ones exact up to 2^53
  /// @param texts by slot; empty where unknown
  public Subject(double[] numbers, String[] texts, Lists lists) {
    this.numbers = numbers;
    this.texts = texts;
    this.lists = lists;
  }

  double number(int slot) {
    return numbers[slot];
  }

  String text(int slot) {
    return texts[slot];
  }

  boolean isOn(int list, String value) {
    return !value.isEmpty() && lists.has(list, value);
  }
}
