package io.openvpos.messaging.parking;

import java.time.LocalDate;

/// A day's marker was reached while records of its day are aside. The partition stops until they
/// are replayed.
public final class ParkedBeforeMarkerException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  public ParkedBeforeMarkerException(LocalDate day, ParkingId parking) {
    super(day + " cannot end: records of " + parking.key() + " are parked");
  }
}
