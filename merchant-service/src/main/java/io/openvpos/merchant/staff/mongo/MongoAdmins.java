package io.openvpos.merchant.staff.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.merchant.staff.Admins;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.mongo.Documents;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Collection `admins`: `_id` is the house, a merchant's id or `acquirer`. Made from the users the
/// first time that a house is asked for.
@Component
final class MongoAdmins implements Admins {

  private final Documents houses;
  private final Documents users;

  MongoAdmins(MongoDatabase database) {
    houses = Documents.versioned(database, "admins");
    users = Documents.plain(database, "users");
  }

  @Override
  public void add(String house, String email) {
    load(house);
    houses.update(
        house,
        new Document("$addToSet", new Document("emails", email))
            .append("$inc", new Document("version", 1L)));
  }

  @Override
  public boolean remove(String house, String email) {
    while (true) {
      Document found = load(house);
      List<String> emails = found.getList("emails", String.class);
      List<String> left = emails.stream().filter(one -> !one.equals(email)).toList();
      if (left.isEmpty()) {
        return false;
      }
      if (houses.compareAndSet(
          house, found.getLong("version"), new Document("$set", new Document("emails", left)))) {
        return true;
      }
    }
  }

  private Document load(String house) {
    Optional<Document> found = houses.find(house);
    if (found.isPresent()) {
      return found.get();
    }
    boolean acquirer = house.equals("acquirer");
    Role role = acquirer ? Role.ACQUIRER_OPS : Role.MERCHANT_ADMIN;
    List<String> emails =
        users
            .findMany(
                new Document("merchant_id", acquirer ? null : house), new Document("_id", 1), 0)
            .stream()
            .filter(user -> user.getBoolean("active", true))
            .filter(user -> user.getList("roles", String.class).contains(role.code()))
            .map(user -> user.getString("_id"))
            .toList();
    houses.insert(new Document("_id", house).append("version", 1L).append("emails", emails));
    return houses.find(house).orElseThrow();
  }
}
