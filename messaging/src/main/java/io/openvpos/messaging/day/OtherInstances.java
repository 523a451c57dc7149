package io.openvpos.messaging.day;

import java.time.LocalDate;

/// The other instances of a service, as far as this one knows them. They are told and asked only to
/// keep lateness rare.
public interface OtherInstances {

  /// No stamp of `day` or before is out here.
  void tellDrained(LocalDate day);

  /// True if every instance that still seems to run has drained `day`.
  boolean allDrained(LocalDate day);
}
