package io.openvpos.sandbox.month;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.scenario.BusinessDay;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;

/// Reads a closed day's files as their receivers do, with nothing of the code that wrote them, and
/// says where their totals are not the day's.
final class DayRead {

  private static final int PAGE = 100;

  private final Api settlement;
  private final BusinessDay days;
  private final List<String> faults = new ArrayList<>();
  private int files;
  private long lines;

  DayRead(Api settlement) {
    this.settlement = settlement;
    days = new BusinessDay(settlement);
  }

  /// What is wrong; empty if nothing is.
  List<String> faults() {
    return List.copyOf(faults);
  }

  /// Files that were read.
  int files() {
    return files;
  }

  /// Lines in the batches' reports.
  long lines() {
    return lines;
  }

  void read(JsonNode day) {
    String date = day.path("date").asString("");
    Map<String, Long> nets = new TreeMap<>();
    for (JsonNode batch : batches(date)) {
      long net = report(batch);
      nets.merge(batch.path("currency").asString(""), net, Math::addExact);
    }
    for (JsonNode total : day.path("totals")) {
      if (total.path("mode").asString("").equals("test")) {
        String currency = total.path("currency").asString("");
        expect(date + " " + currency + " net", total.path("net").asLong(), nets.remove(currency));
        payouts(date, currency, total.path("payout").asLong());
      }
    }
    nets.forEach((currency, net) -> expect(date + " " + currency + " net", 0, net));
  }

  private List<JsonNode> batches(String date) {
    List<JsonNode> all = new ArrayList<>();
    String after = "";
    boolean more = true;
    while (more) {
      JsonNode page =
          settlement.get("/v1/batches?date=" + date + "&limit=" + PAGE + after).expect(200);
      page.path("data").forEach(all::add);
      more = page.path("has_more").asBoolean(false);
      after = all.isEmpty() ? "" : "&starting_after=" + all.getLast().path("id").asString("");
    }
    return all;
  }

  /// The sum of the report's net column, in minor units.
  private long report(JsonNode batch) {
    String id = batch.path("id").asString("");
    String currency = batch.path("currency").asString("");
    List<List<String>> rows = CsvRows.of(days.report(id));
    files++;
    Map<String, Integer> columns = new HashMap<>();
    rows.getFirst().forEach(name -> columns.put(name, columns.size()));
    Map<String, Long> sums = new TreeMap<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      for (String figure : List.of("gross", "commission", "tax", "net")) {
        String cell = row.get(columns.getOrDefault(figure, -1));
        sums.merge(figure, minorUnits(cell, currency), Math::addExact);
      }
    }
    lines += rows.size() - 1;
    expect(id + " lines", batch.path("lines").asLong(), (long) rows.size() - 1);
    // The file is signed as the merchant sees it, where commission and tax take away.
    sums.forEach((figure, sum) -> {
      long own = batch.path(figure).asLong();
      boolean takes = figure.equals("commission") || figure.equals("tax");
      expect(id + " " + figure, takes ? -own : own, sum);
    });
    return sums.getOrDefault("net", 0L);
  }

  /// The payments of the file, each added up, and what its header says of them.
  private void payouts(String date, String currency, long expected) {
    String file = days.payouts(date, currency);
    long sum = 0;
    if (!file.isEmpty()) {
      files++;
      Document read = parsed(file);
      for (String amount : texts(read, "InstdAmt")) {
        sum = Math.addExact(sum, minorUnits(amount, currency));
      }
      String control = texts(read, "CtrlSum").getFirst();
      expect(date + " " + currency + " control sum", sum, minorUnits(control, currency));
      long payments = texts(read, "InstdAmt").size();
      expect(
          date + " " + currency + " payments",
          payments,
          Long.valueOf(texts(read, "NbOfTxs").getFirst()));
    }
    expect(date + " " + currency + " payouts", expected, sum);
  }

  private static Document parsed(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("not well-formed", e);
    }
  }

  /// Of all elements of a name, in the order of the file.
  private static List<String> texts(Document read, String name) {
    NodeList found = read.getElementsByTagNameNS("*", name);
    return IntStream.range(0, found.getLength())
        .mapToObj(place -> found.item(place).getTextContent())
        .toList();
  }

  private static long minorUnits(String decimal, String currency) {
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    return new BigDecimal(decimal).movePointRight(digits).longValueExact();
  }

  private void expect(String what, long expected, @Nullable Long found) {
    if (found == null || found != expected) {
      faults.add("%s: expected %d, found %s".formatted(what, expected, found));
    }
  }
}
