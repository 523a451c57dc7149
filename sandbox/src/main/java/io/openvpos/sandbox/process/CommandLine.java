package io.openvpos.sandbox.process;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The arguments of a main class: `--name value` or `--name=value`, in any order.
public final class CommandLine {

  private final Map<String, String> options = new HashMap<>();

  /// Reads the arguments; anything that is not an option with a value is refused.
  public CommandLine(String... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      String argument = arguments[i];
      int equals = argument.indexOf('=');
      if (!argument.startsWith("--") || (equals < 0 && i + 1 == arguments.length)) {
        throw new IllegalArgumentException("Expected --name value, but got: " + argument);
      }
      if (equals > 0) {
        options.put(argument.substring(2, equals), argument.substring(equals + 1));
      } else {
        options.put(argument.substring(2), arguments[++i]);
      }
    }
  }

  /// A whole number, such as a port or milliseconds.
  public int number(String name, int otherwise) {
    String value = options.get(name);
    return value == null ? otherwise : Integer.parseInt(value);
  }

  /// A file or folder.
  public Path path(String name, String otherwise) {
    return Path.of(options.getOrDefault(name, otherwise));
  }
}
