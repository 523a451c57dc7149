package io.openvpos.messaging.day;

import io.openvpos.schemas.Topic;
import java.time.LocalDate;

/// Writes BusinessDayEnded of a day into every partition of a topic.
public interface DayMarkers {

  /// Returns when every partition has acknowledged its marker. A marker may be written any number
  /// of times; the first of a (partition, day) counts.
  void write(Topic topic, LocalDate day);
}
