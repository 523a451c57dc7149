package io.openvpos.sandbox.verify.reading;

import io.openvpos.sandbox.network.NetworkRecord;
import io.openvpos.sandbox.verify.books.LogLine;
import io.openvpos.sandbox.verify.books.Rows;
import java.nio.file.Path;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The card network's log, one message at a time. Only its last line may be cut short: the network
/// is killed at times, and then it has told nobody what that line would have said.
final class NetworkMessages implements Rows<NetworkRecord> {

  private static final JsonMapper JSON = new JsonMapper();

  private final LogFiles file;

  NetworkMessages(Path file) {
    this.file = new LogFiles(file);
  }

  @Override
  public void forEach(Consumer<NetworkRecord> each) {
    Lines lines = new Lines(each);
    file.forEach(lines::next);
    lines.last();
  }

  /// Holds one line back until it is known whether it is the last.
  private static final class Lines {
    private final Consumer<NetworkRecord> each;
    private String held = "";

    private Lines(Consumer<NetworkRecord> each) {
      this.each = each;
    }

    private void next(LogLine line) {
      if (!held.isEmpty()) {
        each.accept(JSON.readValue(held, NetworkRecord.class));
      }
      held = line.text();
    }

    private void last() {
      if (held.endsWith("}")) {
        try {
          each.accept(JSON.readValue(held, NetworkRecord.class));
        } catch (JacksonException e) {
          held = "";
        }
      }
    }
  }
}
