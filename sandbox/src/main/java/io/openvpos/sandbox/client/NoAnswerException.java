package io.openvpos.sandbox.client;

/// The service did not answer: whether it took the request is unknown.
public final class NoAnswerException extends RuntimeException {

  NoAnswerException(String request, Exception cause) {
    super(request, cause);
  }
}
