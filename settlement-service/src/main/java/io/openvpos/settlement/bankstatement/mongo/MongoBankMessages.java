package io.openvpos.settlement.bankstatement.mongo;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.settlement.bankstatement.BankMessages;
import io.openvpos.settlement.bankstatement.BankMessages.Filed;
import io.openvpos.settlement.bankstatement.domain.BankMessage;
import io.openvpos.settlement.bankstatement.domain.Finding;
import io.openvpos.settlement.bankstatement.domain.Finding.Kind;
import io.openvpos.settlement.bankstatement.domain.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/// Collections `bank_messages`, `bank_statements` and `bank_bookings`, all insert-once; of a
/// message only its result is written later, and is the same whoever writes it.
public final class MongoBankMessages implements BankMessages {

  private static final String FINISHED = "finished";
  private static final Document NO_CONTENT = new Document("content", 0);

  private final Documents messages;
  private final Documents statements;
  private final Documents bookings;

  public MongoBankMessages(Documents messages, Documents statements, Documents bookings) {
    this.messages = messages;
    this.statements = statements;
    this.bookings = bookings;
    messages.index(new Document(FINISHED, 1));
    bookings.index(new Document("kind", 1));
    bookings.index(new Document("message_id", 1));
  }

  @Override
  public BankMessage keep(BankMessage message) {
    messages.insert(
        new Document("_id", message.id())
            .append("sha256", message.sha256())
            .append("format", message.format())
            .append("content", new Binary(message.content()))
            .append("by", message.by())
            .append("received_at", Date.from(message.receivedAt()))
            .append(FINISHED, false));
    return find(message.id()).orElseThrow();
  }

  @Override
  public Optional<BankMessage> find(String id) {
    return messages.find(id).map(MongoBankMessages::read);
  }

  @Override
  public List<BankMessage> list(int limit) {
    List<BankMessage> found = new ArrayList<>();
    messages.forEach(new Document(), NO_CONTENT, one -> found.add(read(one)));
    return found.stream()
        .sorted(
            Comparator.comparing(BankMessage::receivedAt).reversed().thenComparing(BankMessage::id))
        .limit(limit)
        .toList();
  }

  @Override
  public List<String> unfinished(Instant before) {
    List<String> found = new ArrayList<>();
    messages.forEach(
        new Document(FINISHED, false),
        NO_CONTENT,
        one -> {
          if (one.getDate("received_at").toInstant().isBefore(before)) {
            found.add(one.getString("_id"));
          }
        });
    return found;
  }

  @Override
  public void finish(String id, BankMessage.Result result) {
    messages.update(
        id,
        new Document(
            "$set",
            new Document(FINISHED, true)
                .append("taken_at", Date.from(result.takenAt()))
                .append("counts", new Document(new TreeMap<String, Object>(result.counts())))));
  }

  @Override
  public String claimStatement(Statement statement, String messageId) {
    Statement.Balances balances = statement.balances();
    statements.insert(
        new Document("_id", id(statement))
            .append("statement_id", statement.id())
            .append("account", statement.account())
            .append("message_id", messageId)
            .append("bookings", statement.bookings().size())
            .append("opening", balances == null ? null : balances.opening())
            .append("closing", balances == null ? null : balances.closing())
            .append("currency", balances == null ? null : balances.currency()));
    return messageOf(statement).orElseThrow();
  }

  @Override
  public Optional<String> messageOf(Statement statement) {
    return statements.find(id(statement)).map(found -> found.getString("message_id"));
  }

  private static String id(Statement statement) {
    return statement.account()
        + "|"
        + (statement.balances() == null ? "notification" : "statement")
        + "|"
        + statement.id();
  }

  @Override
  public void file(Filed filed) {
    bookings.insert(
        BookingDocument.write(filed.booking())
            .append("kind", filed.finding().kind().code())
            .append("difference", filed.finding().difference())
            .append("payout_id", filed.finding().payoutId())
            .append("message_id", filed.messageId()));
  }

  @Override
  public Optional<Filed> booking(String id) {
    return bookings.find(id).map(MongoBankMessages::filed);
  }

  @Override
  public List<Filed> bookings(Query query, @Nullable String startingAfter, int limit) {
    Document filter = new Document();
    Kind kind = query.kind();
    if (kind != null) {
      filter.append("kind", kind.code());
    }
    if (query.messageId() != null) {
      filter.append("message_id", query.messageId());
    }
    if (startingAfter != null) {
      filter.append("_id", new Document("$gt", startingAfter));
    }
    return bookings.findMany(filter, new Document("_id", 1), limit).stream()
        .map(MongoBankMessages::filed)
        .toList();
  }

  private static Filed filed(Document found) {
    return new Filed(
        BookingDocument.read(found),
        new Finding(
            Kind.of(found.getString("kind")).orElseThrow(),
            found.getString("difference"),
            found.getString("payout_id")),
        found.getString("message_id"));
  }

  private static BankMessage read(Document found) {
    Binary content = found.get("content", Binary.class);
    Document counts = found.get("counts", Document.class);
    return new BankMessage(
        found.getString("_id"),
        found.getString("sha256"),
        found.getString("format"),
        content == null ? new byte[0] : content.getData(),
        found.getString("by"),
        found.getDate("received_at").toInstant(),
        counts == null
            ? null
            : new BankMessage.Result(
                counts.keySet().stream()
                    .collect(Collectors.toMap(Function.identity(), counts::getLong)),
                found.getDate("taken_at").toInstant()));
  }
}
