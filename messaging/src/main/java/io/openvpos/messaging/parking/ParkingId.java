package io.openvpos.messaging.parking;

/// Whose records are aside, and where: one key (a merchant) of one partition.
public record ParkingId(String topic, int partition, String key) {

  /// `topic|partition|key`.
  public String text() {
    return topic + "|" + partition + "|" + key;
  }
}
