package io.openvpos.messaging.avro;

import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/// No schema registry answers. Says nothing about the record: the same call may succeed later.
public final class RegistryUnavailableException extends RetriableException {

  private static final long serialVersionUID = 1L;

  RegistryUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
