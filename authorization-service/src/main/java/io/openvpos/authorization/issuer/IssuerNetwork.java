package io.openvpos.authorization.issuer;

import java.util.function.Consumer;

/// The way to the cards' issuers. Every call blocks at most until the deadline it carries.
public interface IssuerNetwork {

  /// Reserves a place on a live connection with its trace number, so that the attempt can be stored
  /// before its message leaves. Never waits.
  Reservation reserve();

  /// The same for a request that does not bring its card: the card is opened for it, so that a
  /// vault that is away fails the request before its attempt is stored.
  Reservation reserve(TokenUse card);

  /// Sends an authorization (0100) and waits for its answer. Sent at most once.
  IssuerAnswer authorize(IssuerRequest request);

  /// Sends a refund (0200, processing code 20) and waits for its answer. Sent at most once.
  ///
  /// @param originalRrn the retrieval reference number of the authorization whose capture is
  ///   refunded
  IssuerAnswer refund(IssuerRequest request, String originalRrn);

  /// Asks for more than was authorized (0100, named as an increment) and waits for the answer. Sent
  /// at most once.
  ///
  /// @param originalRrn the retrieval reference number of the authorization that it adds to
  IssuerAnswer increment(IssuerRequest request, String originalRrn);

  /// Asks whether a card is good (0100 of amount 0, processing code 38) and waits for the answer.
  /// Sent at most once; holds nothing, so nothing is to be reversed.
  IssuerAnswer verify(IssuerRequest request);

  /// Asks what a card has in points (0100 of amount 0, processing code 31) and waits for the
  /// answer. Sent at most once; changes nothing, so nothing is to be reversed.
  PointsAnswer points(IssuerRequest request);

  /// Forwards a reversal advice (0420, or 0421 as a repeat).
  AdviceAnswer advise(ReversalAdvice advice);

  /// Calls `listener` on a thread of its own with every answer that nobody waits for any more.
  void onLateAnswer(Consumer<LateAnswer> listener);
}
