package io.openvpos.sandbox.chaos.reconcile;

import io.openvpos.sandbox.chaos.load.Told;
import io.openvpos.sandbox.verify.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The sessions, against the payments under their orders: paid at most once, by the payment that
/// the session names, and no payer is waited for any more.
final class PaidSessions {

  private final Line line = new Line(8, "a session is paid once, by the payment that it names");
  private final Stories stories;

  PaidSessions(Stories stories) {
    this.stories = stories;
  }

  /// @param statuses of all payments, as stored
  Verdict verdict(Map<String, String> statuses) {
    Map<String, List<PaymentStory>> byOrder = new HashMap<>();
    stories
        .payments()
        .values()
        .forEach(one ->
            byOrder.merge(
                one.asked().order(),
                List.of(one),
                (before, more) -> Stream.concat(before.stream(), more.stream()).toList()));
    stories
        .sessions()
        .forEach((order, session) -> {
          List<String> paid =
              byOrder.getOrDefault(order, List.of()).stream()
                  .map(PaymentStory::id)
                  .filter(id -> isPaid(statuses.getOrDefault(id, "")))
                  .toList();
          Told now = session.now();
          boolean fits =
              now.status().equals("paid")
                  ? paid.equals(List.of(now.payment()))
                  : paid.isEmpty() && !now.isUnsettled();
          line.expect(
              fits,
              now.id() + " is " + now.status() + " by " + now.payment() + "; paid are " + paid);
        });
    statuses.forEach((id, status) ->
        line.expect(!status.equals("requires_action"), id + " still waits for its payer"));
    long paid =
        stories.sessions().values().stream()
            .filter(one -> one.now().status().equals("paid"))
            .count();
    return line.verdict("%d sessions, %d of them paid".formatted(stories.sessions().size(), paid));
  }

  private static boolean isPaid(String status) {
    return status.equals("authorized") || status.equals("captured");
  }
}
