package io.openvpos.sandbox.ground;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/// A suite with a platform of its own, which keeps less than one core busy: it runs on the second
/// core while others run on the first, but not beside a suite that takes the whole machine.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = BesideOthers.MACHINE, mode = ResourceAccessMode.READ)
public @interface BesideOthers {

  /// What a suite locks that wants the machine for itself.
  String MACHINE = "machine";
}
