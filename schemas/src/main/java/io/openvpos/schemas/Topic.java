package io.openvpos.schemas;

/// A topic: its name `<writer>.<plural-noun>.v<major>`, who writes it and how it is kept. Keys are
/// strings, values are Avro records in the Confluent wire format.
///
/// @param partitioning how many partitions it has
/// @param retention how long its records stay
public record Topic(String name, Partitioning partitioning, Retention retention) {

  /// Where the partition count comes from.
  public enum Partitioning {
    /// The platform's one money partition count, fixed at creation and equal on all such topics.
    MONEY,
    /// One partition: a single sequence.
    SINGLE,
    /// A count of the topic's own choosing; order holds per key.
    FREE
  }

  /// How long records stay.
  public enum Retention {
    FOR_EVER,
    /// The newest record of each key.
    COMPACTED,
    /// Long enough for a month's questions to be looked into.
    DAYS_35,
    /// Longer than anything that fraud scoring remembers, so that it can be rebuilt whole.
    DAYS_50,
    /// Answers that nobody waits for after seconds.
    HOURS_1
  }

  /// The dead-letter topic for one reading group. Never used on money topics.
  public String deadLetters(String group) {
    return name + "." + group + ".dlt";
  }

  @Override
  public String toString() {
    return name;
  }
}
