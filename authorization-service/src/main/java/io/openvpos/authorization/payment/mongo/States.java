package io.openvpos.authorization.payment.mongo;

import io.openvpos.authorization.payment.domain.Approval;
import io.openvpos.authorization.payment.domain.Decline;
import io.openvpos.authorization.payment.domain.PaymentState;
import io.openvpos.authorization.payment.domain.PaymentState.AuthorizationSent;
import io.openvpos.authorization.payment.domain.PaymentState.Authorized;
import io.openvpos.authorization.payment.domain.PaymentState.AwaitingAuthentication;
import io.openvpos.authorization.payment.domain.PaymentState.Captured;
import io.openvpos.authorization.payment.domain.PaymentState.Declined;
import io.openvpos.authorization.payment.domain.PaymentState.Expired;
import io.openvpos.authorization.payment.domain.PaymentState.OutcomeUnknown;
import io.openvpos.authorization.payment.domain.PaymentState.Received;
import io.openvpos.authorization.payment.domain.PaymentState.Reversed;
import io.openvpos.authorization.payment.domain.PaymentState.Voided;
import java.time.LocalDate;
import org.bson.Document;

/// The names that states are stored under.
final class States {

  private States() {}

  static String name(PaymentState state) {
    return switch (state) {
      case Received _ -> throw new IllegalStateException("what is only received is not stored");
      case AwaitingAuthentication _ -> "AWAITING_AUTHENTICATION";
      case AuthorizationSent _ -> "AUTH_SENT";
      case OutcomeUnknown _ -> "OUTCOME_UNKNOWN";
      case Declined _ -> "DECLINED";
      case Reversed _ -> "REVERSED";
      case Authorized _ -> "AUTHORIZED";
      case Captured _ -> "CAPTURED";
      case Voided _ -> "VOIDED";
      case Expired _ -> "EXPIRED";
    };
  }

  static PaymentState read(Document document) {
    String name = document.getString("state");
    return switch (name) {
      case "AWAITING_AUTHENTICATION" -> new AwaitingAuthentication();
      case "AUTH_SENT" -> new AuthorizationSent();
      case "OUTCOME_UNKNOWN" -> new OutcomeUnknown();
      case "DECLINED" -> new Declined(decline(document.get("decline", Document.class)));
      case "REVERSED" -> new Reversed();
      case "AUTHORIZED" ->
          new Authorized(approval(document), document.getDate("expires_at").toInstant());
      case "CAPTURED" -> new Captured(approval(document));
      case "VOIDED" -> voided(document, document.get("voided", Document.class));
      case "EXPIRED" -> new Expired(approval(document));
      default -> throw new IllegalStateException("a state of a newer writer: " + name);
    };
  }

  private static Voided voided(Document document, Document voided) {
    return new Voided(
        approval(document), voided.getLong("seq"), LocalDate.parse(voided.getString("sales_day")));
  }

  private static Approval approval(Document document) {
    Document approval = document.get("approval", Document.class);
    return new Approval(
        approval.getString("code"),
        approval.getString("response_code"),
        approval.getString("network_transaction_id"));
  }

  static Decline decline(Document decline) {
    return new Decline(decline.getString("code"), decline.getString("network_code"));
  }
}
