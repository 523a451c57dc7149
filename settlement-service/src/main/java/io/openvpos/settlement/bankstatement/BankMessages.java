package io.openvpos.settlement.bankstatement;

import io.openvpos.settlement.bankstatement.domain.BankMessage;
import io.openvpos.settlement.bankstatement.domain.Booking;
import io.openvpos.settlement.bankstatement.domain.Finding;
import io.openvpos.settlement.bankstatement.domain.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the bank's messages and what stood in them are kept.
public interface BankMessages {

  /// A booking and what it was found to be, in the message that brought it first.
  record Filed(Booking booking, Finding finding, String messageId) {}

  /// Which bookings; null means any.
  record Query(Finding.@Nullable Kind kind, @Nullable String messageId) {}

  /// Keeps a message unless it is kept; returns what is kept.
  BankMessage keep(BankMessage message);

  Optional<BankMessage> find(String id);

  /// Newest first, without their content.
  List<BankMessage> list(int limit);

  /// Those of which not all is taken, received before a moment: their taker is gone.
  List<String> unfinished(Instant before);

  void finish(String id, BankMessage.Result result);

  /// The message that a statement came in first; this one if it is new.
  String claimStatement(Statement statement, String messageId);

  /// The message that a statement came in; empty if it is new.
  Optional<String> messageOf(Statement statement);

  /// Keeps a booking unless it is kept.
  void file(Filed booking);

  Optional<Filed> booking(String id);

  /// By id.
  List<Filed> bookings(Query query, @Nullable String startingAfter, int limit);
}
