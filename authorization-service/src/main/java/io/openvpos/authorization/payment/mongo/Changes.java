package io.openvpos.authorization.payment.mongo;

import java.util.List;
import org.bson.Document;

/// The update that makes one state of a document into the next. Lists that only grew are pushed to,
/// so a change costs what it changes; the version is the compare-and-set's own business.
final class Changes {

  private Changes() {}

  static Document between(Document before, Document after) {
    Document set = new Document();
    Document push = new Document();
    Document unset = new Document();
    after.forEach((field, value) -> {
      Object old = before.get(field);
      if (value.equals(old) || field.equals("version")) {
        return;
      }
      if (value instanceof List<?> longer
          && old instanceof List<?> shorter
          && !shorter.isEmpty()
          && longer.size() > shorter.size()
          && longer.subList(0, shorter.size()).equals(shorter)) {
        push.append(field, new Document("$each", longer.subList(shorter.size(), longer.size())));
      } else {
        set.append(field, value);
      }
    });
    before.keySet().stream()
        .filter(field -> !after.containsKey(field))
        .forEach(field -> unset.append(field, ""));
    return new Document("$set", set).append("$push", push).append("$unset", unset);
  }

  /// Operators without a field are refused by the store.
  static Document withoutEmpty(Document update) {
    Document needed = new Document();
    update.forEach((operator, fields) -> {
      if (fields instanceof Document some && !some.isEmpty()) {
        needed.append(operator, some);
      }
    });
    return needed;
  }
}
