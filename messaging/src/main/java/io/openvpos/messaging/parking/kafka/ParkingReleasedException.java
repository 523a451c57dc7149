package io.openvpos.messaging.parking.kafka;

/// A replay put the key back while its records were being taken aside: they are handled after all.
final class ParkingReleasedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ParkingReleasedException(String key) {
    super(key + " is no longer parked", null, false, false);
  }
}
