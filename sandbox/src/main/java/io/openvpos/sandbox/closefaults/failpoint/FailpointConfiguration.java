package io.openvpos.sandbox.closefaults.failpoint;

import java.nio.file.Path;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Puts one failpoint into a service. A service takes it in as one of its sources; it is told so by
/// name, and where the sandbox is not on the class path it does not start.
@Configuration(proxyBeanMethods = false)
public class FailpointConfiguration {

  private static final String NAME = "sandbox.failpoint";
  private static final String MARK = "sandbox.failpoint-mark";
  private static final String HOLDS = "sandbox.failpoint-holds";

  /// What a service that is to be killed at a failpoint is told besides its own settings.
  ///
  /// @param mark a file that is written just before
  public static String[] arguments(Failpoint failpoint, Path mark) {
    return arguments(failpoint, mark, false);
  }

  /// The same for one that waits there.
  ///
  /// @param mark a file that is written when the failpoint is reached; the wait ends with it
  public static String[] holding(Failpoint failpoint, Path mark) {
    return arguments(failpoint, mark, true);
  }

  private static String[] arguments(Failpoint failpoint, Path mark, boolean holds) {
    return new String[] {
      "--spring.main.sources=" + FailpointConfiguration.class.getName(),
      "--" + NAME + "=" + failpoint.name(),
      "--" + MARK + "=" + mark,
      "--" + HOLDS + "=" + holds
    };
  }

  @Bean
  static BeanPostProcessor failpoint(Environment environment) {
    return new Struck(
        CloseFailpoints.named(environment.getRequiredProperty(NAME)),
        Path.of(environment.getRequiredProperty(MARK)),
        environment.getRequiredProperty(HOLDS, Boolean.class));
  }
}
