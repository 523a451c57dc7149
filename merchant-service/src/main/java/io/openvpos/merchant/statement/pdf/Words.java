package io.openvpos.merchant.statement.pdf;

import io.openvpos.merchant.ledger.domain.journal.EntryType;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.statement.domain.Statement;
import io.openvpos.messaging.http.Messages;
import io.openvpos.money.Mode;
import java.util.Locale;

/// The statement's words in the reader's language.
final class Words {

  private final Messages messages;
  private final Locale language;
  private final Statement statement;
  private final Figures figures;

  Words(Messages messages, Locale language, Statement statement) {
    this.messages = messages;
    this.language = language;
    this.statement = statement;
    this.figures = new Figures(language, statement.head().key().currency());
  }

  Figures figures() {
    return figures;
  }

  String text(String key, Object... values) {
    return messages.text(key, language, values);
  }

  String type(EntryType type) {
    return text("ledger.type." + type.code());
  }

  String pageOf(int page) {
    return text("statement.page", String.valueOf(page)) + " / ";
  }

  String period() {
    return figures.day(statement.period().from()) + " – " + figures.day(statement.period().to());
  }

  /// At the foot of each page, so that a page that got lost says where it belongs.
  String foot() {
    HeadKey key = statement.head().key();
    String ledger = key.merchantId() + " · " + key.currency().getCurrencyCode() + " · " + period();
    return key.mode() == Mode.TEST ? ledger + " · " + text("statement.test_note") : ledger;
  }
}
