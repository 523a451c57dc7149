package io.openvpos.merchant.staff.mongo;

import io.openvpos.merchant.staff.domain.Credentials;
import io.openvpos.merchant.staff.domain.Guard;
import io.openvpos.merchant.staff.domain.Invitation;
import io.openvpos.merchant.staff.domain.SecondFactor;
import io.openvpos.merchant.staff.domain.User;
import io.openvpos.messaging.access.Role;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Users as documents. Everything but address, hash, roles and merchant may be missing: documents
/// of the time before have no more.
final class UserDocuments {

  private UserDocuments() {}

  static Document state(User user) {
    Credentials credentials = user.credentials();
    return new Document("password_hash", credentials.passwordHash())
        .append("roles", user.roles().stream().map(Role::code).sorted().toList())
        .append("merchant_id", user.merchantId())
        .append("name", user.name())
        .append("active", user.active())
        .append("epoch", user.epoch())
        .append("invitation", invitation(credentials.invitation()))
        .append("second_factor", secondFactor(credentials.secondFactor()));
  }

  static Document guard(Guard guard) {
    Instant until = guard.waitUntil();
    return new Document("failures", guard.failures())
        .append("wait_until", until == null ? null : until.toString())
        .append("last_step", guard.lastStep());
  }

  static User read(Document stored) {
    return new User(
        stored.getString("_id"),
        stored.getLong("version"),
        stored.get("name", ""),
        stored.getList("roles", String.class).stream()
            .map(code -> Role.of(code).orElseThrow())
            .collect(Collectors.toSet()),
        stored.getString("merchant_id"),
        stored.getBoolean("active", true),
        stored.get("epoch", 0L),
        new Credentials(
            stored.getString("password_hash"),
            readInvitation(stored.get("invitation", Document.class)),
            readSecondFactor(stored.get("second_factor", Document.class))),
        readGuard(stored.get("guard", Document.class)));
  }

  private static @Nullable Document invitation(@Nullable Invitation open) {
    return open == null
        ? null
        : new Document("token_hash", open.tokenHash())
            .append("expires_at", open.expiresAt().toString());
  }

  private static @Nullable Document secondFactor(@Nullable SecondFactor factor) {
    return factor == null
        ? null
        : new Document("secret", factor.secret()).append("recovery", factor.recoveryHashes());
  }

  private static @Nullable Invitation readInvitation(@Nullable Document stored) {
    return stored == null
        ? null
        : new Invitation(
            stored.getString("token_hash"), Instant.parse(stored.getString("expires_at")));
  }

  private static @Nullable SecondFactor readSecondFactor(@Nullable Document stored) {
    return stored == null
        ? null
        : new SecondFactor(
            stored.getString("secret"), stored.getList("recovery", String.class, List.of()));
  }

  private static Guard readGuard(@Nullable Document stored) {
    if (stored == null) {
      return Guard.NONE;
    }
    String until = stored.getString("wait_until");
    return new Guard(
        stored.get("failures", 0),
        until == null ? null : Instant.parse(until),
        stored.get("last_step", 0L));
  }
}
