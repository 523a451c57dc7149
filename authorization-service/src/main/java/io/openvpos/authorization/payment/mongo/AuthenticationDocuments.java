package io.openvpos.authorization.payment.mongo;

import io.openvpos.authorization.payment.domain.Authentication;
import io.openvpos.authorization.payment.domain.Authentication.Pending;
import io.openvpos.authorization.payment.domain.AuthenticationResult;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// The part of a payment's document that 3-D Secure fills.
final class AuthenticationDocuments {

  private AuthenticationDocuments() {}

  static Document of(Authentication asked) {
    Pending pending = asked.pending();
    AuthenticationResult result = asked.result();
    return new Document("exemption", asked.exemption())
        .append("refused_rrn", asked.refusedRrn())
        .append("pending", pending == null ? null : pending(pending))
        .append("result", result == null ? null : result(result));
  }

  static @Nullable Authentication read(@Nullable Document found) {
    if (found == null) {
      return null;
    }
    Document pending = found.get("pending", Document.class);
    Document result = found.get("result", Document.class);
    return new Authentication(
        pending == null ? null : pending(pending),
        found.getString("exemption"),
        result == null ? null : result(result),
        found.getString("refused_rrn"));
  }

  private static Document pending(Pending pending) {
    return new Document("id", pending.id())
        .append("url", pending.url())
        .append("expires_at", Date.from(pending.expiresAt()));
  }

  private static Pending pending(Document found) {
    return new Pending(
        found.getString("id"), found.getString("url"), found.getDate("expires_at").toInstant());
  }

  private static Document result(AuthenticationResult result) {
    return new Document("status", result.status())
        .append("flow", result.flow())
        .append("version", result.version())
        .append("eci", result.eci())
        .append("proof", result.proof())
        .append("ds_trans_id", result.dsTransId())
        .append("liability_shift", result.liabilityShift());
  }

  private static AuthenticationResult result(Document found) {
    return new AuthenticationResult(
        found.getString("status"),
        found.getString("flow"),
        found.getString("version"),
        found.getString("eci"),
        found.getString("proof"),
        found.getString("ds_trans_id"),
        found.getBoolean("liability_shift"));
  }
}
