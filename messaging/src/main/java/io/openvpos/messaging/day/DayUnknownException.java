package io.openvpos.messaging.day;

/// The open business day is not known here yet: none was opened, or the sequence is still being
/// read. Try again shortly.
public final class DayUnknownException extends RuntimeException {

  DayUnknownException() {
    super("the open business day is not known yet");
  }
}
