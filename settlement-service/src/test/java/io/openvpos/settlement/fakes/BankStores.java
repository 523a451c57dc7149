package io.openvpos.settlement.fakes;

import io.openvpos.settlement.bankstatement.BankDifferences;
import io.openvpos.settlement.bankstatement.BankMessages;
import io.openvpos.settlement.bankstatement.BankMessages.Filed;
import io.openvpos.settlement.bankstatement.PayoutClaims;
import io.openvpos.settlement.bankstatement.domain.BankDifference;
import io.openvpos.settlement.bankstatement.domain.BankMessage;
import io.openvpos.settlement.bankstatement.domain.Statement;
import io.openvpos.settlement.chargeback.domain.Claim;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is kept of the bank's messages, in memory.
public final class BankStores implements BankMessages, PayoutClaims {

  private final Faults faults;
  public final Map<String, BankMessage> messages = new TreeMap<>();
  public final Map<String, String> statements = new TreeMap<>();
  public final Map<String, Filed> bookings = new TreeMap<>();
  public final Map<String, Claim> claims = new TreeMap<>();
  public final Map<String, BankDifference> differences = new TreeMap<>();

  /// What happens elsewhere as soon as a payout is claimed.
  public Runnable afterClaim = () -> {};

  public BankStores(Faults faults) {
    this.faults = faults;
  }

  @Override
  public BankMessage keep(BankMessage message) {
    faults.around(() -> messages.putIfAbsent(message.id(), message));
    return Objects.requireNonNull(messages.get(message.id()));
  }

  @Override
  public Optional<BankMessage> find(String id) {
    return Optional.ofNullable(messages.get(id));
  }

  @Override
  public List<BankMessage> list(int limit) {
    return messages.values().stream().limit(limit).toList();
  }

  @Override
  public List<String> unfinished(Instant before) {
    return messages.values().stream()
        .filter(one -> one.result() == null && one.receivedAt().isBefore(before))
        .map(BankMessage::id)
        .toList();
  }

  @Override
  public void finish(String id, BankMessage.Result result) {
    faults.around(() ->
        messages.computeIfPresent(
            id,
            (_, one) ->
                new BankMessage(
                    id,
                    one.sha256(),
                    one.format(),
                    one.content(),
                    one.by(),
                    one.receivedAt(),
                    result)));
  }

  @Override
  public String claimStatement(Statement statement, String messageId) {
    faults.around(() -> statements.putIfAbsent(name(statement), messageId));
    return Objects.requireNonNull(statements.get(name(statement)));
  }

  @Override
  public Optional<String> messageOf(Statement statement) {
    return Optional.ofNullable(statements.get(name(statement)));
  }

  private static String name(Statement statement) {
    return statement.account() + statement.id() + (statement.balances() == null);
  }

  @Override
  public void file(Filed booking) {
    faults.around(() -> bookings.putIfAbsent(booking.booking().id(), booking));
  }

  @Override
  public Optional<Filed> booking(String id) {
    return Optional.ofNullable(bookings.get(id));
  }

  @Override
  public List<Filed> bookings(BankMessages.Query query, @Nullable String startingAfter, int limit) {
    return bookings.values().stream()
        .filter(one -> query.kind() == null || query.kind() == one.finding().kind())
        .limit(limit)
        .toList();
  }

  @Override
  public Claim claim(String payoutId, boolean credit, Claim wanted) {
    faults.around(() -> claims.putIfAbsent(payoutId + credit, wanted));
    afterClaim.run();
    return find(payoutId, credit).orElseThrow();
  }

  @Override
  public Optional<Claim> find(String payoutId, boolean credit) {
    return Optional.ofNullable(claims.get(payoutId + credit));
  }

  /// The exceptions, as their own port sees them.
  public BankDifferences differences() {
    return new Differences();
  }

  private final class Differences implements BankDifferences {
    @Override
    public void open(BankDifference found) {
      faults.around(() -> differences.putIfAbsent(found.id(), found));
    }

    @Override
    public boolean save(BankDifference changed) {
      differences.put(changed.id(), changed);
      return true;
    }

    @Override
    public Optional<BankDifference> find(String id) {
      return Optional.ofNullable(differences.get(id));
    }

    @Override
    public List<BankDifference> list(
        BankDifferences.Query query, @Nullable String startingAfter, int limit) {
      return List.copyOf(differences.values());
    }
  }
}
