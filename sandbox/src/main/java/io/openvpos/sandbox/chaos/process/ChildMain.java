package io.openvpos.sandbox.chaos.process;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/// What every child JVM runs: the main class that its first argument names, with the arguments
/// behind. It ends with its parent, however that ended: then its standard input does.
final class ChildMain {

  private static final int ORPHANED = 3;

  private ChildMain() {}

  public static void main(String[] arguments) throws ReflectiveOperationException {
    Thread.ofPlatform().name("parent-watch").daemon().start(() -> haltAtTheEndOf(System.in));
    String[] own = Arrays.copyOfRange(arguments, 1, arguments.length);
    try {
      Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) own);
    } catch (InvocationTargetException e) {
      // A service that cannot start must not linger: its other threads would keep the JVM up.
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  private static void haltAtTheEndOf(InputStream input) {
    try {
      while (input.read() >= 0) {
        // Nobody says anything; only the end counts.
      }
    } catch (IOException e) {
      // A broken pipe is an end too.
    }
    Runtime.getRuntime().halt(ORPHANED);
  }
}
