package io.openvpos.messaging.kafka;

/// A value that is not an Avro record this service has a class for. On money topics it stops the
/// partition.
public final class UndecodableRecordException extends RuntimeException {

  UndecodableRecordException(String message, Throwable cause) {
    super(message, cause);
  }
}
