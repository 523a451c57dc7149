package io.openvpos.fraud.rules.judging;

import io.openvpos.fraud.features.Feature;
import io.openvpos.fraud.features.FeatureSchema;
import io.openvpos.fraud.lists.domain.ListName;
import io.openvpos.fraud.rules.code.Subject;
import io.openvpos.fraud.rules.code.ValueType;
import io.openvpos.fraud.rules.code.Vocabulary;
import io.openvpos.fraud.rules.code.Vocabulary.Field;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The names of rules: every feature by its code, and the payment's own values.
public final class RuleFields {

  private static final ZoneId ZONE = ZoneId.of("Europe/Istanbul");

  /// Numbers that stand behind the features.
  private enum OwnNumber {
    ORIGINAL_AMOUNT(ValueType.INT, "minor units in the payment's own currency"),
    HOUR(ValueType.INT, "0 to 23, Europe/Istanbul"),
    WEEKDAY(ValueType.INT, "1 (Monday) to 7 (Sunday), Europe/Istanbul"),
    SCORE(ValueType.INT, "0 to 100, by the built-in rules and the model"),
    MODEL_PROBABILITY(ValueType.DOUBLE, "of fraud, 0 to 1, calibrated");

    private final ValueType type;
    private final String description;

    OwnNumber(ValueType type, String description) {
      this.type = type;
      this.description = description;
    }
  }

  /// In the order of their slots.
  private static final List<String> TEXTS =
      List.of(
          "currency|ISO 4217 code",
          "issuer_country|ISO 3166-1 alpha-2 of the card's issuer",
          "brand|visa, mastercard, troy, amex",
          "funding|credit, debit, prepaid, unknown",
          "card_class|own_bank, domestic_credit, debit, prepaid, commercial, foreign",
          "bin|the card's first eight digits",
          "card|the card's fingerprint",
          "merchant|merchant id",
          "mode|test or live",
          "ip|the shopper's address; empty if unknown",
          "email|in lower case; empty if unknown",
          "email_domain|what stands behind the @; empty if unknown",
          "device|the shopper's device as the shop names it; empty if unknown",
          "authentication|3-D Secure: impossible, possible, authenticated, attempted, unavailable");

  private static final List<Field> FIELDS = fields();
  private static final Vocabulary VOCABULARY =
      new Vocabulary(FIELDS, ListName.values().stream().map(ListName::code).toList());

  private RuleFields() {}

  public static Vocabulary vocabulary() {
    return VOCABULARY;
  }

  /// In the order in which people read them: the payment's own first.
  public static List<Field> all() {
    return FIELDS;
  }

  /// What is asked of rules.
  ///
  /// @param vector the served features
  /// @param score what was judged before
  /// @param probability the model's
  public static Subject subject(
      PaymentFacts facts, double[] vector, int score, double probability, Subject.Lists lists) {
    double[] numbers = Arrays.copyOf(vector, vector.length + OwnNumber.values().length);
    LocalDateTime local = LocalDateTime.ofInstant(facts.occurredAt(), ZONE);
    int slot = vector.length;
    numbers[slot++] = facts.amount().minorUnits();
    numbers[slot++] = local.getHour();
    numbers[slot++] = local.getDayOfWeek().getValue();
    numbers[slot++] = score;
    numbers[slot] = probability;
    String[] texts = {
      facts.amount().currency().getCurrencyCode(),
      facts.issuerCountry(),
      facts.brand(),
      facts.funding(),
      facts.cardClass(),
      facts.bin(),
      facts.cardFingerprint(),
      facts.merchantId(),
      facts.mode().code(),
      facts.ip(),
      facts.email(),
      facts.emailDomain(),
      facts.device(),
      facts.authentication().code()
    };
    return new Subject(numbers, texts, lists);
  }

  private static List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    for (int slot = 0; slot < TEXTS.size(); slot++) {
      String[] parts = TEXTS.get(slot).split("\\|", 2);
      fields.add(new Field(parts[0], ValueType.STRING, slot, parts[1]));
    }
    int slot = FeatureSchema.size();
    for (OwnNumber number : OwnNumber.values()) {
      String name = number.name().toLowerCase(Locale.ROOT);
      fields.add(new Field(name, number.type, slot++, number.description));
    }
    for (Feature feature : FeatureSchema.all()) {
      String description = feature.unit() + ": " + feature.description();
      fields.add(new Field(feature.code(), type(feature), feature.slot(), description));
    }
    return List.copyOf(fields);
  }

  private static ValueType type(Feature feature) {
    return switch (feature.type()) {
      case FLAG -> ValueType.BOOL;
      case COUNT -> ValueType.INT;
      case AMOUNT, AGE, RATIO -> ValueType.DOUBLE;
    };
  }
}
