package io.openvpos.sandbox.network;

import io.openvpos.sandbox.process.AppendOnlyFile;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/// The network's append-only log and the memory folded from it: which reversals were seen and which
/// advices counted. Both survive a restart, because the file is read again.
public final class NetworkLog implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final AppendOnlyFile file;
  private final Set<String> reversed = new HashSet<>();
  private final Set<String> advices = new HashSet<>();

  NetworkLog(Path path) {
    read(path).forEach(this::remember);
    this.file = new AppendOnlyFile(path);
  }

  /// Every message the network decided about, in order. A file still being written is read up to
  /// its last complete line.
  public static List<NetworkRecord> read(Path path) {
    return AppendOnlyFile.lines(path).stream()
        .map(line -> JSON.readValue(line, NetworkRecord.class))
        .toList();
  }

  /// Whether a reversal of this request has been acknowledged before.
  boolean hasReversed(String mti, String stan, String rrn) {
    return reversed.contains(key(rrn, mti, stan));
  }

  /// Whether no advice with these contents has been counted.
  boolean isFirstAdvice(String rrn, NetworkRecord.Original original, long remaining) {
    return !advices.contains(adviceKey(rrn, original, remaining));
  }

  /// Returns once the operating system has the line.
  void append(NetworkRecord entry) {
    file.append(JSON.writeValueAsString(entry));
    remember(entry);
  }

  private void remember(NetworkRecord entry) {
    NetworkRecord.Original original = entry.original();
    Long remaining = entry.remaining();
    if (original != null && remaining != null) {
      reversed.add(key(entry.rrn(), original.mti(), original.stan()));
      advices.add(adviceKey(entry.rrn(), original, remaining));
    }
  }

  private static String adviceKey(String rrn, NetworkRecord.Original original, long remaining) {
    return key(
        rrn, original.mti(), original.stan(), original.transmittedAt(), Long.toString(remaining));
  }

  private static String key(String... parts) {
    return String.join("|", parts);
  }

  @Override
  public void close() {
    file.close();
  }
}
