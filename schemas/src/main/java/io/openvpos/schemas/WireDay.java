package io.openvpos.schemas;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/// The business day that a fact is stamped with, whatever the fact.
public final class WireDay {

  private static final String FIELD = "salesDay";

  private WireDay() {}

  /// Empty for records that are stamped with none.
  public static Optional<LocalDate> of(SpecificRecord record) {
    Schema.Field field = record.getSchema().getField(FIELD);
    return field != null && record.get(field.pos()) instanceof LocalDate day
        ? Optional.of(day)
        : Optional.empty();
  }
}
