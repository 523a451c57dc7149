package io.openvpos.sandbox.platform;

/// How a platform's services come to run.
@FunctionalInterface
public interface ServiceStart {

  /// All in this JVM.
  ServiceStart IN_THIS_PROCESS = (service, arguments) -> service.start(arguments)::close;

  /// A service that runs until it is closed.
  @FunctionalInterface
  interface Running {
    void close();
  }

  /// Starts one; it need not be ready when this returns.
  Running start(Service service, String... arguments);
}
