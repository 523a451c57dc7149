package io.openvpos.fraud.lists.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One of the lists there are: each purpose for each kind of thing.
///
/// @param number its place among all of them, as rules know it
public record ListName(ListPurpose purpose, ListEntity entity, int number) {

  private static final List<ListName> ALL = all();

  /// In the order of their numbers.
  public static List<ListName> values() {
    return ALL;
  }

  /// `block_card`, `watch_ip`, …
  public String code() {
    return purpose.code() + "_" + entity.code();
  }

  public static Optional<ListName> of(String code) {
    return ALL.stream().filter(name -> name.code().equals(code)).findFirst();
  }

  public static ListName of(ListPurpose purpose, ListEntity entity) {
    return ALL.stream()
        .filter(name -> name.purpose == purpose && name.entity == entity)
        .findFirst()
        .orElseThrow();
  }

  private static List<ListName> all() {
    List<String> codes =
        Stream.of(ListPurpose.values())
            .flatMap(p -> Stream.of(ListEntity.values()).map(e -> p.name() + " " + e.name()))
            .toList();
    return codes.stream()
        .map(code ->
            new ListName(
                ListPurpose.valueOf(code.split(" ", -1)[0]),
                ListEntity.valueOf(code.split(" ", -1)[1]),
                codes.indexOf(code)))
        .toList();
  }
}
