package io.openvpos.fraud.features;

import static io.openvpos.fraud.features.FeatureType.AGE;
import static io.openvpos.fraud.features.FeatureType.COUNT;
import static io.openvpos.fraud.features.FeatureType.FLAG;
import static io.openvpos.fraud.features.FeatureType.RATIO;

import java.util.List;
import java.util.Locale;

/// Every feature, in the order of the served vector. A new one goes at the end; a changed meaning
/// takes a new name, because stored vectors and model files speak of names.
///
/// The first fifteen are those of the Fraud Detection Handbook (its chapter 3), in its order: its
/// published figures are reproduced with them alone. Its `weekend` and `night` go by UTC, as the
/// shipped model learned them: at night is 3:00 to 9:59 in Istanbul. What is to be night there is
/// said by rules, whose `hour` is Istanbul's; for a model it would be a feature of another name.
public enum Feature {
  AMOUNT(FeatureType.AMOUNT, "minor units", ReasonCode.AMOUNT_HIGH, 0, "amount of this payment"),
  WEEKEND(FLAG, "0/1", ReasonCode.UNUSUAL_TIME, 0, "Saturday or Sunday, UTC"),
  NIGHT(FLAG, "0/1", ReasonCode.UNUSUAL_TIME, 0, "hour 0 to 6, UTC"),
  CARD_COUNT_1D(
      COUNT,
      "attempts",
      ReasonCode.CARD_USED_OFTEN,
      0,
      "attempts of the card in 1 d, this one included"),
  CARD_COUNT_7D(
      COUNT,
      "attempts",
      ReasonCode.CARD_USED_OFTEN,
      0,
      "attempts of the card in 7 d, this one included"),
  CARD_COUNT_30D(
      COUNT,
      "attempts",
      ReasonCode.CARD_USED_OFTEN,
      0,
      "attempts of the card in 30 d, this one included"),
  CARD_MEAN_1D(
      FeatureType.AMOUNT,
      "minor units",
      ReasonCode.AMOUNT_UNUSUAL_FOR_CARD,
      0,
      "mean amount of the card in 1 d, this one included"),
  CARD_MEAN_7D(
      FeatureType.AMOUNT,
      "minor units",
      ReasonCode.AMOUNT_UNUSUAL_FOR_CARD,
      0,
      "mean amount of the card in 7 d, this one included"),
  CARD_MEAN_30D(
      FeatureType.AMOUNT,
      "minor units",
      ReasonCode.AMOUNT_UNUSUAL_FOR_CARD,
      0,
      "mean amount of the card in 30 d, this one included"),
  TERMINAL_COUNT_1D(
      COUNT,
      "attempts",
      ReasonCode.MERCHANT_WITH_KNOWN_FRAUD,
      0,
      "attempts at the terminal in the 1 d that ended 7 d ago"),
  TERMINAL_COUNT_7D(
      COUNT,
      "attempts",
      ReasonCode.MERCHANT_WITH_KNOWN_FRAUD,
      0,
      "attempts at the terminal in the 7 d that ended 7 d ago"),
  TERMINAL_COUNT_30D(
      COUNT,
      "attempts",
      ReasonCode.MERCHANT_WITH_KNOWN_FRAUD,
      0,
      "attempts at the terminal in the 30 d that ended 7 d ago"),
  TERMINAL_RISK_1D(
      RATIO,
      "share",
      ReasonCode.MERCHANT_WITH_KNOWN_FRAUD,
      0,
      "share of known fraud in the 1 d that ended 7 d ago"),
  TERMINAL_RISK_7D(
      RATIO,
      "share",
      ReasonCode.MERCHANT_WITH_KNOWN_FRAUD,
      0,
      "share of known fraud in the 7 d that ended 7 d ago"),
  TERMINAL_RISK_30D(
      RATIO,
      "share",
      ReasonCode.MERCHANT_WITH_KNOWN_FRAUD,
      0,
      "share of known fraud in the 30 d that ended 7 d ago"),
  AMOUNT_TO_MEAN(
      RATIO,
      "times",
      ReasonCode.AMOUNT_UNUSUAL_FOR_CARD,
      0,
      "amount by the card's mean of 30 d before"),
  AMOUNT_TO_MEDIAN(
      RATIO,
      "times",
      ReasonCode.AMOUNT_UNUSUAL_FOR_CARD,
      0,
      "amount by the card's median of 30 d before"),
  AMOUNT_DEVIATION(
      RATIO,
      "standard deviations",
      ReasonCode.AMOUNT_UNUSUAL_FOR_CARD,
      0,
      "how far the amount is above the card's mean"),
  AMOUNT_TO_MAX(
      RATIO,
      "times",
      ReasonCode.AMOUNT_UNUSUAL_FOR_CARD,
      0,
      "amount by the card's highest of 30 d before"),
  CARD_MAX_30D(
      FeatureType.AMOUNT,
      "minor units",
      ReasonCode.AMOUNT_UNUSUAL_FOR_CARD,
      0,
      "highest amount of the card in 30 d before"),
  CARD_BIG_14D(
      COUNT,
      "attempts",
      ReasonCode.AMOUNT_UNUSUAL_FOR_CARD,
      0,
      "attempts in 14 d before above 3 medians of the card"),
  CARD_MAX_TO_MEDIAN_14D(
      RATIO,
      "times",
      ReasonCode.AMOUNT_UNUSUAL_FOR_CARD,
      0,
      "highest amount of 14 d before by the card's median"),
  CARD_SECONDS_SINCE_LAST(
      AGE,
      "seconds",
      ReasonCode.CARD_USED_OFTEN,
      0,
      "since the attempt before; -1 if none in 30 d"),
  CARD_DAYS_KNOWN(
      AGE,
      "days",
      ReasonCode.CARD_WITHOUT_HISTORY,
      0,
      "since the card's first attempt in 30 d; -1 if none"),
  CARD_COUNT_1M(
      COUNT,
      "attempts",
      ReasonCode.CARD_USED_OFTEN,
      0,
      "attempts of the card in 1 min, this one included"),
  CARD_COUNT_1H(
      COUNT,
      "attempts",
      ReasonCode.CARD_USED_OFTEN,
      0,
      "attempts of the card in 1 h, this one included"),
  CARD_SUM_1D(
      FeatureType.AMOUNT,
      "minor units",
      ReasonCode.CARD_USED_OFTEN,
      0,
      "sum of the card's amounts in 1 d, this one included"),
  CARD_MERCHANTS_1H(
      COUNT,
      "merchants",
      ReasonCode.CARD_AT_MANY_MERCHANTS,
      0,
      "distinct merchants of the card in 1 h"),
  CARD_MERCHANTS_1D(
      COUNT,
      "merchants",
      ReasonCode.CARD_AT_MANY_MERCHANTS,
      0,
      "distinct merchants of the card in 1 d"),
  CARD_MERCHANTS_30D(
      COUNT,
      "merchants",
      ReasonCode.CARD_AT_MANY_MERCHANTS,
      0,
      "distinct merchants of the card in 30 d"),
  CARD_AT_MERCHANT_30D(
      COUNT,
      "attempts",
      ReasonCode.CARD_USED_OFTEN,
      0,
      "attempts of the card at this merchant in 30 d"),
  CARD_KNOWN_FRAUDS_30D(
      COUNT,
      "frauds",
      ReasonCode.CARD_WITH_KNOWN_FRAUD,
      1,
      "known frauds of the card in the 30 d that ended 7 d ago"),
  TERMINAL_DAYS_SINCE_FRAUD(
      AGE,
      "days",
      ReasonCode.MERCHANT_WITH_KNOWN_FRAUD,
      0,
      "since the newest known fraud; -1 if none"),
  TERMINAL_DAYS_SINCE_FIRST_FRAUD(
      AGE,
      "days",
      ReasonCode.MERCHANT_WITH_KNOWN_FRAUD,
      0,
      "since the oldest known fraud in memory; -1 if none"),
  TERMINAL_FRAUD_RUN(
      COUNT,
      "frauds",
      ReasonCode.MERCHANT_WITH_KNOWN_FRAUD,
      0,
      "frauds in a row at the end of what is known"),
  TERMINAL_FRAUD_RUN_DAYS(
      AGE,
      "days",
      ReasonCode.MERCHANT_WITH_KNOWN_FRAUD,
      0,
      "since that row began; -1 if there is none"),
  TERMINAL_FRAUD_LAST_1(
      RATIO,
      "share",
      ReasonCode.MERCHANT_WITH_KNOWN_FRAUD,
      0,
      "whether the last known attempt was fraud; -1 if none known"),
  TERMINAL_FRAUD_LAST_3(
      RATIO,
      "share",
      ReasonCode.MERCHANT_WITH_KNOWN_FRAUD,
      0,
      "share of fraud in the last three known; -1 if none known"),
  TERMINAL_COUNT_1M(
      COUNT, "attempts", ReasonCode.MERCHANT_BURST, 0, "attempts at the terminal in 1 min"),
  TERMINAL_COUNT_1H(
      COUNT, "attempts", ReasonCode.MERCHANT_BURST, 0, "attempts at the terminal in 1 h"),
  TERMINAL_CARDS_1H(
      COUNT, "cards", ReasonCode.MERCHANT_BURST, 0, "distinct cards at the terminal in 1 h"),
  TERMINAL_AMOUNT_TO_MEAN(
      RATIO, "times", ReasonCode.AMOUNT_HIGH, 0, "amount by the terminal's mean of 30 d"),
  BIN_COUNT_1M(COUNT, "attempts", ReasonCode.BIN_ATTACK, 0, "attempts of the BIN in 1 min"),
  BIN_COUNT_1H(COUNT, "attempts", ReasonCode.BIN_ATTACK, 0, "attempts of the BIN in 1 h"),
  BIN_CARDS_1H(
      COUNT,
      "cards",
      ReasonCode.BIN_ATTACK,
      0,
      "distinct cards of the BIN in 1 h, of its last 1024 attempts"),
  IP_COUNT_1H(
      COUNT,
      "attempts",
      ReasonCode.IP_WITH_MANY_CARDS,
      0,
      "attempts from the address in 1 h; 0 if unknown"),
  IP_CARDS_1H(
      COUNT, "cards", ReasonCode.IP_WITH_MANY_CARDS, 0, "distinct cards from the address in 1 h"),
  IP_CARDS_1D(
      COUNT, "cards", ReasonCode.IP_WITH_MANY_CARDS, 0, "distinct cards from the address in 1 d"),
  EMAIL_CARDS_1D(
      COUNT,
      "cards",
      ReasonCode.EMAIL_WITH_MANY_CARDS,
      0,
      "distinct cards of the e-mail in 1 d; 0 if unknown"),
  EMAIL_CARDS_30D(
      COUNT, "cards", ReasonCode.EMAIL_WITH_MANY_CARDS, 0, "distinct cards of the e-mail in 30 d"),
  DEVICE_COUNT_1H(
      COUNT,
      "attempts",
      ReasonCode.DEVICE_WITH_MANY_CARDS,
      0,
      "attempts from the device in 1 h; 0 if unknown"),
  DEVICE_CARDS_1D(
      COUNT,
      "cards",
      ReasonCode.DEVICE_WITH_MANY_CARDS,
      0,
      "distinct cards from the device in 1 d"),
  INSTALLMENTS(COUNT, "instalments", ReasonCode.AMOUNT_HIGH, 0, "1 is a single shot"),
  FOREIGN_CARD(FLAG, "0/1", ReasonCode.CARD_KIND, 1, "issued outside the home country"),
  PREPAID_CARD(FLAG, "0/1", ReasonCode.CARD_KIND, 1, "neither credit nor debit"),
  FOREIGN_CURRENCY(FLAG, "0/1", ReasonCode.CARD_KIND, 1, "not in the home currency"),
  CARD_REFUNDED_7D(
      COUNT,
      "payments",
      ReasonCode.OFTEN_REFUNDED,
      1,
      "payments of the card in 7 d whose refund was known a day ago"),
  CARD_REFUNDED_30D(
      COUNT,
      "payments",
      ReasonCode.OFTEN_REFUNDED,
      1,
      "payments of the card in 30 d whose refund was known a day ago"),
  CARD_REFUNDED_SHARE_30D(
      RATIO,
      "share",
      ReasonCode.OFTEN_REFUNDED,
      1,
      "share of those in the card's attempts in 30 d, this one included"),
  EMAIL_REFUNDED_30D(
      COUNT,
      "payments",
      ReasonCode.OFTEN_REFUNDED,
      1,
      "payments with the e-mail in 30 d whose refund was known a day ago; 0 if unknown");

  private static final List<Feature> HANDBOOK = List.of(values()).subList(0, 15);

  private final FeatureType type;
  private final String unit;
  private final ReasonCode reason;
  private final int direction;
  private final String description;

  Feature(FeatureType type, String unit, ReasonCode reason, int direction, String description) {
    this.type = type;
    this.unit = unit;
    this.reason = reason;
    this.direction = direction;
    this.description = description;
  }

  /// `card_count_1d`: what rules and model files call it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Its place in a served vector.
  @SuppressWarnings("EnumOrdinal") // The declared order is the vector's order: decision 0050.
  public int slot() {
    return ordinal();
  }

  public FeatureType type() {
    return type;
  }

  public String unit() {
    return unit;
  }

  /// What a high contribution of this feature is explained by.
  public ReasonCode reason() {
    return reason;
  }

  /// 1 where a higher value may never lower the risk, −1 where it may never raise it, else 0.
  public int direction() {
    return direction;
  }

  public String description() {
    return description;
  }

  /// The handbook's fifteen, in its order.
  public static List<Feature> handbook() {
    return HANDBOOK;
  }
}
