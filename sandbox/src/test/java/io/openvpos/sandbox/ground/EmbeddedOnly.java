package io.openvpos.sandbox.ground;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// A suite that runs on the embedded servers whatever else there is; the run's output says so.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(GroundLine.class)
public @interface EmbeddedOnly {

  /// Why.
  String value();
}
