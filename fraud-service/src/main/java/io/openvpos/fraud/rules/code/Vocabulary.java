package io.openvpos.fraud.rules.code;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The names that rules may speak of.
public final class Vocabulary {

  /// Something known of each payment.
  ///
  /// @param slot its place among a [Subject]'s numbers or, where it is a string, among its texts
  /// @param description for people, with the unit
  public record Field(String name, ValueType type, int slot, String description) {}

  private final Map<String, Field> fields;
  private final Map<String, Integer> lists;

  /// @param lists names of the lists that can be looked up, by their number
  public Vocabulary(Collection<Field> fields, List<String> lists) {
    this.fields = fields.stream().collect(Collectors.toMap(Field::name, Function.identity()));
    this.lists =
        IntStream.range(0, lists.size()).boxed().collect(Collectors.toMap(lists::get, i -> i));
  }

  public Optional<Field> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  public Collection<Field> fields() {
    return fields.values();
  }

  Optional<Integer> list(String name) {
    return Optional.ofNullable(lists.get(name));
  }
}
