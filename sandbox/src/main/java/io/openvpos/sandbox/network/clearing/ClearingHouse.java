package io.openvpos.sandbox.network.clearing;

import io.openvpos.sandbox.network.NetworkLog;
import io.openvpos.sandbox.network.NetworkRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Clears what is presented: every item of a day as it came, with the number that the network gave
/// its authorization, and whatever was ordered. Files are written once and stay: the same day asked
/// for again is the same bytes.
final class ClearingHouse {

  private static final String NETWORK = "OVPNET";

  private final Path folder;
  private final Path log;
  private final List<Order> orders = new ArrayList<>();

  ClearingHouse(Path folder, Path log) {
    this.folder = folder;
    this.log = log;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Has it in the next file that is written.
  synchronized void order(Order order) {
    orders.add(order);
  }

  /// The clearing file of a day and mode, `2026-11-26.test`; empty until it was presented.
  synchronized Optional<String> file(String day) {
    Path file = folder.resolve(day + ".clearing.txt");
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /// Takes what is presented for a day. A day that is cleared stays as it is.
  synchronized void present(String day, String presented) {
    if (file(day).isPresent()) {
      return;
    }
    List<String> lines = presented.lines().toList();
    String[] header = lines.getFirst().split("\\|", -1);
    if (!ClearingText.isWhole(presented) || !header[1].equals("OVPPRS01")) {
      throw new IllegalArgumentException("not a presentment file");
    }
    List<ClearingRecord> items = records(lines);
    write(folder.resolve(day + ".presented.txt"), presented);
    List<ClearingRecord> cleared = cleared(items, header[4], header[5]);
    String head = String.join("|", "H", "OVPCLR01", day + ".1", NETWORK, header[4], header[5], "1");
    write(folder.resolve(day + ".clearing.txt"), ClearingText.of(head, cleared));
  }

  private List<ClearingRecord> cleared(List<ClearingRecord> items, String day, String mode) {
    Map<String, String> stans = stans();
    List<ClearingRecord> cleared = new ArrayList<>();
    for (ClearingRecord item : items) {
      cleared.add(withStan(item, stans));
    }
    Map<String, ClearingRecord> ever = everPresented(mode);
    for (Order order : List.copyOf(orders)) {
      boolean done =
          order.isFault()
              ? ClearingFaults.spoil(cleared, order)
              : told(cleared, ever.get(order.rrn()), order, day);
      if (done) {
        orders.remove(order);
      }
    }
    return cleared;
  }

  private static boolean told(
      List<ClearingRecord> cleared, @Nullable ClearingRecord item, Order order, String day) {
    if (item == null) {
      return false;
    }
    cleared.add(item.about(order.what(), order, day));
    return true;
  }

  /// The captures of every day, by reference number.
  private Map<String, ClearingRecord> everPresented(String mode) {
    Map<String, ClearingRecord> items = new HashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith("presented.txt")).toList()) {
        if (file.toString().contains("." + mode + ".")) {
          records(read(file).lines().toList()).stream()
              .filter(item -> item.type().equals("CAP"))
              .forEach(item -> items.put(item.rrn(), item));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return items;
  }

  private static ClearingRecord withStan(ClearingRecord item, Map<String, String> stans) {
    return new ClearingRecord(
        item.type(),
        item.rrn(),
        stans.getOrDefault(item.rrn(), ""),
        item.authorizationCode(),
        item.pan(),
        item.amount(),
        item.currency(),
        item.date(),
        item.reason(),
        item.arn(),
        item.caseReference(),
        item.cycle());
  }

  /// What the network remembers of authorizations and refunds that it approved.
  private Map<String, String> stans() {
    Map<String, String> stans = new TreeMap<>();
    NetworkLog.read(log).stream()
        .filter(NetworkRecord::isApproval)
        .forEach(entry -> stans.put(entry.rrn(), entry.stan()));
    return stans;
  }

  private static List<ClearingRecord> records(List<String> lines) {
    return lines.stream().filter(line -> line.startsWith("D|")).map(ClearingRecord::parse).toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Path half = file.resolveSibling(file.getFileName() + ".half");
      Files.writeString(half, text, StandardCharsets.US_ASCII);
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
