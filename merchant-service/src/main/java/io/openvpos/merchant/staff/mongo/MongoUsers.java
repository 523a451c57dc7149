package io.openvpos.merchant.staff.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.merchant.staff.User;
import io.openvpos.merchant.staff.Users;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.mongo.Documents;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Collection `users`: `_id` is the e-mail address.
@Component
final class MongoUsers implements Users {

  private final Documents documents;

  MongoUsers(MongoDatabase database) {
    documents = Documents.plain(database, "users");
  }

  @Override
  public Optional<User> find(String email) {
    return documents.find(email).map(MongoUsers::read);
  }

  @Override
  public boolean insert(User user) {
    return documents.insert(
        new Document("_id", user.email())
            .append("password_hash", user.passwordHash())
            .append("roles", user.roles().stream().map(Role::code).sorted().toList())
            .append("merchant_id", user.merchantId()));
  }

  private static User read(Document stored) {
    return new User(
        stored.getString("_id"),
        stored.getString("password_hash"),
        stored.getList("roles", String.class).stream()
            .map(code -> Role.of(code).orElseThrow())
            .collect(Collectors.toSet()),
        stored.getString("merchant_id"));
  }
}
