package io.openvpos.sandbox.bank;

import io.openvpos.sandbox.process.AppendOnlyFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// The bank's append-only log of accepted files; each message id is in it once.
public final class BankLog implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final AppendOnlyFile file;
  private final Map<String, PaymentFile> byMessageId = new LinkedHashMap<>();

  BankLog(Path path) {
    read(path).forEach(this::remember);
    file = new AppendOnlyFile(path);
  }

  /// Every file the bank accepted, in order.
  public static List<PaymentFile> read(Path path) {
    return AppendOnlyFile.lines(path).stream()
        .map(line -> JSON.readValue(line, PaymentFile.class))
        .toList();
  }

  Optional<PaymentFile> find(String messageId) {
    return Optional.ofNullable(byMessageId.get(messageId));
  }

  /// In the order they were accepted.
  List<PaymentFile> all() {
    return List.copyOf(byMessageId.values());
  }

  void append(PaymentFile accepted) {
    file.append(JSON.writeValueAsString(accepted));
    remember(accepted);
  }

  private void remember(PaymentFile accepted) {
    byMessageId.put(accepted.messageId(), accepted);
  }

  @Override
  public void close() {
    file.close();
  }
}
