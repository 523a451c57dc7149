package io.openvpos.authorization.payment.domain;

import io.openvpos.authorization.payment.domain.PaymentEvent.AdviceForwarded;
import io.openvpos.authorization.payment.domain.PaymentEvent.AdviceResolved;
import io.openvpos.authorization.payment.domain.PaymentEvent.AdviceStored;
import io.openvpos.authorization.payment.domain.PaymentEvent.AuthenticationEnded;
import io.openvpos.authorization.payment.domain.PaymentEvent.AuthenticationRequired;
import io.openvpos.authorization.payment.domain.PaymentEvent.AuthorizationRequested;
import io.openvpos.authorization.payment.domain.PaymentEvent.Fact;
import io.openvpos.authorization.payment.domain.PaymentEvent.IncrementApproved;
import io.openvpos.authorization.payment.domain.PaymentEvent.IncrementBecameUnknown;
import io.openvpos.authorization.payment.domain.PaymentEvent.IncrementDeclined;
import io.openvpos.authorization.payment.domain.PaymentEvent.IncrementRequested;
import io.openvpos.authorization.payment.domain.PaymentEvent.LateAnswerArrived;
import io.openvpos.authorization.payment.domain.PaymentEvent.OutcomeBecameUnknown;
import io.openvpos.authorization.payment.domain.PaymentEvent.PaymentAuthorized;
import io.openvpos.authorization.payment.domain.PaymentEvent.PaymentCaptured;
import io.openvpos.authorization.payment.domain.PaymentEvent.PaymentDeclined;
import io.openvpos.authorization.payment.domain.PaymentEvent.PaymentExpired;
import io.openvpos.authorization.payment.domain.PaymentEvent.PaymentRefunded;
import io.openvpos.authorization.payment.domain.PaymentEvent.PaymentReversed;
import io.openvpos.authorization.payment.domain.PaymentEvent.PaymentVoided;
import io.openvpos.authorization.payment.domain.PaymentEvent.RefundBecameUnknown;
import io.openvpos.authorization.payment.domain.PaymentEvent.RefundFailed;
import io.openvpos.authorization.payment.domain.PaymentEvent.RefundRequested;
import io.openvpos.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells a payment's events as its history: every fact and every issuer message, oldest first. It
/// stays bounded because the number of effects of a payment is bounded and of repeats only the
/// first and the last are kept, with their count.
public final class Timeline {

  private static final String COUNT = "count";

  private Timeline() {}

  /// The history so far, and what the events add to it.
  public static List<TimelineEntry> after(
      List<TimelineEntry> history, Payment payment, List<PaymentEvent> events) {
    List<TimelineEntry> longer = new ArrayList<>(history);
    events.forEach(event -> told(payment, event).forEach(entry -> append(longer, entry)));
    return List.copyOf(longer);
  }

  private static void append(List<TimelineEntry> history, TimelineEntry entry) {
    int number = history.isEmpty() ? 1 : history.getLast().number() + 1;
    List<TimelineEntry> before =
        history.stream().filter(earlier -> earlier.repeats(entry)).toList();
    if (before.isEmpty()) {
      history.add(new TimelineEntry(number, entry.key(), entry.type(), entry.at(), entry.data()));
      return;
    }
    if (before.size() > 1) {
      history.remove(before.getLast());
    }
    Map<String, Object> counted = new LinkedHashMap<>(entry.data());
    counted.put(COUNT, (int) before.getLast().data().getOrDefault(COUNT, before.size()) + 1);
    history.add(new TimelineEntry(number, entry.key(), entry.type(), entry.at(), counted));
  }

  private static List<TimelineEntry> told(Payment payment, PaymentEvent event) {
    return switch (event) {
      case Fact fact -> fact(payment, fact);
      case AuthenticationRequired required ->
          one("authentication.required", event.at(), asked(required.authentication()));
      case AuthenticationEnded ended ->
          one("authentication.ended", event.at(), authenticated(ended.result()));
      case AuthorizationRequested requested ->
          one("issuer.request", event.at(), sent("0100", requested.attempt()));
      case OutcomeBecameUnknown _ ->
          one("issuer.no_answer", event.at(), Map.of("rrn", payment.sentAttempt().rrn()));
      case AdviceStored stored -> one("issuer.advice_stored", event.at(), advice(stored.advice()));
      case AdviceForwarded forwarded -> List.of(forwarded(payment, forwarded));
      case AdviceResolved resolved ->
          one("operator.advice_resolved", event.at(), resolution(payment, resolved));
      case LateAnswerArrived late ->
          List.of(
              TimelineEntry.told(
                  "late:" + late.rrn() + ":" + late.approved(),
                  "issuer.late_answer",
                  late.at(),
                  Map.of(
                      "rrn", late.rrn(),
                      "approved", late.approved(),
                      "response_code", late.responseCode())));
      case RefundRequested requested ->
          one("issuer.request", event.at(), refundSent(requested.refund()));
      case RefundBecameUnknown unknown ->
          one("issuer.no_answer", event.at(), Map.of("refund_id", unknown.refundId()));
      case RefundFailed failed -> refundFailed(failed);
      case IncrementRequested requested ->
          one("issuer.request", event.at(), incrementSent(requested.increment()));
      case IncrementApproved approved -> incrementApproved(payment, approved);
      case IncrementBecameUnknown unknown ->
          one("issuer.no_answer", event.at(), Map.of("increment_id", unknown.incrementId()));
      case IncrementDeclined declined -> incrementDeclined(declined);
    };
  }

  private static List<TimelineEntry> fact(Payment payment, Fact fact) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("event_id", payment.id() + ":" + fact.seq());
    data.put("sales_day", fact.salesDay().toString());
    return switch (fact) {
      case PaymentAuthorized authorized -> {
        data.putAll(money(payment.terms().amount()));
        yield List.of(
            answer(
                fact,
                "0110",
                payment.sentAttempt().rrn(),
                authorized.approval().responseCode(),
                authorized.approval().code()),
            entry("payment.authorized", fact.at(), data));
      }
      case PaymentDeclined declined -> declined(payment, declined, data);
      case PaymentCaptured captured -> {
        data.putAll(money(captured.amount()));
        data.put("final", captured.finalCapture());
        data.put("contract_version", captured.contractVersion());
        yield one("payment.captured", fact.at(), data);
      }
      case PaymentVoided voided -> {
        data.putAll(money(voided.amount()));
        yield one("payment.voided", fact.at(), data);
      }
      case PaymentReversed _ -> one("payment.reversed", fact.at(), data);
      case PaymentRefunded refunded -> {
        data.put("refund_id", refunded.refundId());
        data.putAll(money(refunded.amount()));
        yield List.of(
            answer(
                fact,
                "0210",
                refundRrn(payment, refunded.refundId()),
                refunded.responseCode(),
                null),
            entry("payment.refunded", fact.at(), data));
      }
      case PaymentExpired expired -> {
        data.putAll(money(expired.released()));
        yield one("payment.expired", fact.at(), data);
      }
    };
  }

  private static List<TimelineEntry> declined(
      Payment payment, PaymentDeclined fact, Map<String, Object> data) {
    data.put("code", fact.decline().code());
    TimelineEntry told = entry("payment.declined", fact.at(), data);
    Attempt attempt = payment.attempt();
    String responseCode = fact.decline().networkCode();
    return attempt == null || responseCode == null
        ? List.of(told)
        : List.of(answer(fact, "0110", attempt.rrn(), responseCode, null), told);
  }

  private static List<TimelineEntry> refundFailed(RefundFailed failed) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("refund_id", failed.refundId());
    data.putAll(why(failed.decline()));
    return one("refund.failed", failed.at(), data);
  }

  private static Map<String, Object> why(Decline decline) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("code", decline.code());
    String responseCode = decline.networkCode();
    if (responseCode != null) {
      data.put("response_code", responseCode);
    }
    return data;
  }

  private static List<TimelineEntry> incrementApproved(Payment payment, IncrementApproved event) {
    Increment increment = payment.increment(event.incrementId()).orElseThrow();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("increment_id", increment.id());
    data.putAll(money(increment.amount()));
    String code = event.approval().code();
    if (code != null) {
      data.put("authorization_code", code);
    }
    return one("authorization.incremented", event.at(), data);
  }

  private static List<TimelineEntry> incrementDeclined(IncrementDeclined declined) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("increment_id", declined.incrementId());
    data.putAll(why(declined.decline()));
    return one("increment.declined", declined.at(), data);
  }

  private static TimelineEntry forwarded(Payment payment, AdviceForwarded event) {
    Advice advice = payment.advices().get(event.number() - 1);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("mti", event.repeat() ? "0421" : "0420");
    data.put("rrn", advice.original().rrn());
    data.put("acknowledged", event.acknowledged());
    return TimelineEntry.told(
        "advice:" + event.number() + ":" + event.repeat(), "issuer.advice", event.at(), data);
  }

  private static TimelineEntry answer(
      Fact fact, String mti, String rrn, String responseCode, @Nullable String code) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("mti", mti);
    data.put("rrn", rrn);
    data.put("response_code", responseCode);
    if (code != null) {
      data.put("authorization_code", code);
    }
    return entry("issuer.answer", fact.at(), data);
  }

  private static Map<String, Object> asked(Authentication authentication) {
    Authentication.Pending pending = authentication.pending();
    return pending == null ? Map.of() : Map.of("expires_at", pending.expiresAt().toString());
  }

  /// Without the proof, which is the issuer's business.
  private static Map<String, Object> authenticated(AuthenticationResult result) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("status", result.status());
    data.put("flow", result.flow());
    data.put("eci", result.eci());
    data.put("liability_shift", result.liabilityShift());
    return data;
  }

  private static Map<String, Object> sent(String mti, Attempt attempt) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("mti", mti);
    data.put("stan", attempt.stan());
    data.put("rrn", attempt.rrn());
    return data;
  }

  private static Map<String, Object> refundSent(Refund refund) {
    Map<String, Object> data = sent("0200", refund.attempt());
    data.put("refund_id", refund.id());
    data.putAll(money(refund.amount()));
    return data;
  }

  private static Map<String, Object> incrementSent(Increment increment) {
    Map<String, Object> data = sent("0100", increment.attempt());
    data.put("increment_id", increment.id());
    data.putAll(money(increment.amount()));
    return data;
  }

  private static Map<String, Object> advice(Advice advice) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("cause", advice.cause().name().toLowerCase(Locale.ROOT));
    data.put("rrn", advice.original().rrn());
    data.put("remaining", advice.remaining().minorUnits());
    return data;
  }

  private static Map<String, Object> resolution(Payment payment, AdviceResolved event) {
    Map<String, Object> data = advice(payment.advices().get(event.number() - 1));
    data.put("by", event.by());
    data.put("note", event.note());
    return data;
  }

  private static Map<String, Object> money(Money amount) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("amount", amount.minorUnits());
    data.put("currency", amount.currency().getCurrencyCode());
    return data;
  }

  private static String refundRrn(Payment payment, String refundId) {
    return payment.refund(refundId).orElseThrow().attempt().rrn();
  }

  private static List<TimelineEntry> one(String type, Instant at, Map<String, Object> data) {
    return List.of(entry(type, at, data));
  }

  private static TimelineEntry entry(String type, Instant at, Map<String, Object> data) {
    return TimelineEntry.told(null, type, at, data);
  }
}
