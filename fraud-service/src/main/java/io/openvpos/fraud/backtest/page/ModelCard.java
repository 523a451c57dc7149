package io.openvpos.fraud.backtest.page;

import io.openvpos.fraud.model.FraudModel;
import io.openvpos.fraud.model.ScoringModel;
import io.openvpos.page.PageCaller;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the card of a model's file says, in words. A file of another format has no card.
///
/// @param rest lines that there are no words for, as the file has them
record ModelCard(String name, List<Fact> facts, Map<String, String> rest) {

  private static final Pattern ROWS = Pattern.compile("([0-9]{1,15}) of which fraud ([0-9]{1,15})");
  private static final Pattern PERIOD =
      Pattern.compile(".*\\bfrom=([0-9]{4}-[0-9]{2}-[0-9]{2}) days=([1-9][0-9]{0,4})\\b.*");
  private static final Pattern SHARE = Pattern.compile("0\\.[0-9]{1,6}|1\\.0{1,6}");

  /// @param note how to read the value; may be empty
  record Fact(String label, String value, String note) {}

  static ModelCard of(ScoringModel model, PageCaller caller) {
    Map<String, String> card = model instanceof FraudModel ours ? ours.card() : Map.of();
    return new Reading(caller, new LinkedHashMap<>(card)).card(model.name());
  }

  /// Takes what it has words for out of the lines.
  private record Reading(PageCaller caller, Map<String, String> lines) {

    ModelCard card(String name) {
      List<Fact> facts = new ArrayList<>();
      String data = lines.remove("data");
      if (!lines.isEmpty() || data != null) {
        facts.add(fact("trained", trained(data, lines.remove("newest_label"))));
      }
      if (data != null) {
        facts.add(data(data));
      }
      rows(facts, "training_rows", "training");
      rows(facts, "calibration_rows", "calibration");
      rows(facts, "measured_rows", "measured");
      String served = lines.get("served_by");
      share(facts, "roc_area", "roc", served);
      share(facts, "average_precision", "precision", served);
      return new ModelCard(name, facts, lines);
    }

    /// No file tells the day of its making: what it was made of comes out the same on any day.
    private String trained(@Nullable String data, @Nullable String newestLabel) {
      try {
        if (newestLabel != null) {
          String at = caller.format().time(Instant.parse(newestLabel));
          return caller.text("fraud.models.trained.labels", at);
        }
        Matcher period = PERIOD.matcher(data == null ? "" : data);
        if (period.matches()) {
          LocalDate from = LocalDate.parse(period.group(1));
          LocalDate to = from.plusDays(Long.parseLong(period.group(2)) - 1);
          return caller.text(
              "fraud.models.trained.period", caller.format().date(from), caller.format().date(to));
        }
      } catch (DateTimeException unreadable) {
        return caller.text("fraud.models.trained.unknown");
      }
      return caller.text("fraud.models.trained.unknown");
    }

    private Fact data(String line) {
      for (String kind : List.of("simulated", "stored live", "stored test")) {
        if (line.startsWith(kind + " payments")) {
          String words = caller.text("fraud.models.data." + kind.replace(' ', '-'));
          return new Fact(caller.text("fraud.models.data"), words, line);
        }
      }
      return fact("data", line);
    }

    private void rows(List<Fact> facts, String key, String label) {
      Matcher rows = ROWS.matcher(lines.getOrDefault(key, ""));
      if (rows.matches()) {
        lines.remove(key);
        String all = caller.format().count(Long.parseLong(rows.group(1)));
        String frauds = caller.format().count(Long.parseLong(rows.group(2)));
        facts.add(fact(label, caller.text("fraud.models.rows", all, frauds)));
      }
    }

    /// @param served the model that had answered for the payments measured on
    private void share(List<Fact> facts, String key, String label, @Nullable String served) {
      String share = share(key);
      String before = share("served_" + key);
      if (!share.isEmpty()) {
        String name = "fraud.models." + label;
        String compared =
            before.isEmpty() || served == null
                ? ""
                : caller.text("fraud.models.served", served, before) + " ";
        facts.add(new Fact(caller.text(name), share, compared + caller.text(name + ".hint")));
      }
    }

    /// Empty where there is no such line, or none to be read.
    private String share(String key) {
      String figure = lines.getOrDefault(key, "");
      if (!SHARE.matcher(figure).matches()) {
        return "";
      }
      lines.remove(key);
      return new Shares(caller).of(Double.parseDouble(figure));
    }

    private Fact fact(String label, String value) {
      return new Fact(caller.text("fraud.models." + label), value, "");
    }
  }
}
