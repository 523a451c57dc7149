package io.openvpos.sandbox.closefaults.failpoint;

import io.openvpos.sandbox.closefaults.failpoint.Failpoint.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.util.ClassUtils;

/// Stands before the port of a failpoint and strikes once. The kill is a real one, by the system:
/// no hook runs, nothing is flushed.
final class Struck implements BeanPostProcessor {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private final Failpoint failpoint;
  private final Path mark;
  private final boolean holds;
  private final AtomicInteger calls = new AtomicInteger();

  Struck(Failpoint failpoint, Path mark, boolean holds) {
    this.failpoint = failpoint;
    this.mark = mark;
    this.holds = holds;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String beanName) {
    if (!failpoint.port().isInstance(bean)) {
      return bean;
    }
    return Proxy.newProxyInstance(
        bean.getClass().getClassLoader(),
        ClassUtils.getAllInterfaces(bean),
        (proxy, method, arguments) -> call(bean, method, arguments));
  }

  private @Nullable Object call(Object bean, Method method, Object @Nullable [] arguments)
      throws Throwable {
    boolean here =
        method.getName().equals(failpoint.method()) && calls.incrementAndGet() == failpoint.call();
    if (here && failpoint.moment() == Moment.BEFORE) {
      strike();
    }
    try {
      return method.invoke(bean, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    } finally {
      if (here && failpoint.moment() == Moment.AFTER) {
        strike();
      }
    }
  }

  private void strike() {
    try {
      Files.writeString(mark, failpoint.name());
      if (!holds) {
        new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid())).start();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    while (!holds || Files.exists(mark)) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }
}
