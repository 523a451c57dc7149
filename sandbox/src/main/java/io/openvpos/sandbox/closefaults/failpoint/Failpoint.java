package io.openvpos.sandbox.closefaults.failpoint;

import io.openvpos.sandbox.platform.Service;
import java.lang.reflect.Method;
import java.util.Arrays;

/// A point that a service's process passes in a close.
///
/// @param name as people see it, such as `cut.batch-stored`
/// @param service in whose process it lies
/// @param port the interface that is called there
/// @param method of the port, by its name
/// @param moment before or after the call
/// @param call which of the calls since the process started, from 1
public record Failpoint(
    String name, Service service, Class<?> port, String method, Moment moment, int call) {

  /// On which side of a call.
  public enum Moment {
    BEFORE,
    AFTER
  }

  public Failpoint {
    if (Arrays.stream(port.getMethods()).map(Method::getName).noneMatch(method::equals)) {
      throw new IllegalArgumentException(port.getName() + " has no method " + method);
    }
  }

  static Failpoint before(String name, Service service, Class<?> port, String method) {
    return new Failpoint(name, service, port, method, Moment.BEFORE, 1);
  }

  static Failpoint after(String name, Service service, Class<?> port, String method) {
    return new Failpoint(name, service, port, method, Moment.AFTER, 1);
  }

  /// The same at a later call.
  Failpoint atCall(int number) {
    return new Failpoint(name, service, port, method, moment, number);
  }
}
