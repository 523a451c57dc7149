package io.openvpos.fraud.fakes;

import io.openvpos.fraud.features.Feature;
import io.openvpos.fraud.features.FeatureSchema;
import io.openvpos.fraud.rules.judging.AuthenticationStanding;
import io.openvpos.fraud.rules.judging.PaymentFacts;
import io.openvpos.fraud.rules.judging.RuleEngine;
import io.openvpos.fraud.scoring.Decision;
import io.openvpos.fraud.scoring.RiskScore;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Payments as rules see them; by default a usual one of 129.90 TRY at noon with a known card.
public final class Payments {

  public static final Instant NOON = Instant.parse("2026-11-25T09:00:00Z");

  private static final Map<Feature, Double> USUAL =
      Map.ofEntries(
          Map.entry(Feature.AMOUNT, 12_990.0),
          Map.entry(Feature.CARD_COUNT_1D, 1.0),
          Map.entry(Feature.CARD_COUNT_7D, 2.0),
          Map.entry(Feature.CARD_COUNT_30D, 6.0),
          Map.entry(Feature.CARD_COUNT_1M, 1.0),
          Map.entry(Feature.CARD_COUNT_1H, 1.0),
          Map.entry(Feature.CARD_SUM_1D, 12_990.0),
          Map.entry(Feature.CARD_MERCHANTS_1H, 1.0),
          Map.entry(Feature.CARD_MERCHANTS_1D, 1.0),
          Map.entry(Feature.CARD_AT_MERCHANT_30D, 1.0),
          Map.entry(Feature.CARD_DAYS_KNOWN, 20.0),
          Map.entry(Feature.AMOUNT_TO_MEAN, 1.1),
          Map.entry(Feature.INSTALLMENTS, 1.0));

  private final double[] vector = new double[FeatureSchema.size()];
  private Money amount = Money.of(12_990, "TRY");
  private String card = "card-1";
  private String funding = "credit";
  private String country = "TR";
  private String ip = "203.0.113.7";
  private String email = "ayşe@dükkan.test";
  private String device = "";
  private AuthenticationStanding standing = AuthenticationStanding.IMPOSSIBLE;
  private Mode mode = Mode.TEST;
  private Instant at = NOON;
  private RiskScore before = new RiskScore(Decision.APPROVE, 5, List.of());
  private double probability = 0.01;

  public static Payments usual() {
    Payments payment = new Payments();
    USUAL.forEach((feature, value) -> payment.vector[feature.slot()] = value);
    return payment;
  }

  public Payments with(Feature feature, double value) {
    vector[feature.slot()] = value;
    return this;
  }

  public Payments card(String fingerprint) {
    card = fingerprint;
    return this;
  }

  public Payments funding(String kind) {
    funding = kind;
    return this;
  }

  public Payments from(String issuerCountry) {
    country = issuerCountry;
    return this;
  }

  public Payments ip(String address) {
    ip = address;
    return this;
  }

  public Payments email(String address) {
    email = address;
    return this;
  }

  public Payments device(String id) {
    device = id;
    return this;
  }

  public Payments authentication(AuthenticationStanding told) {
    standing = told;
    return this;
  }

  public Payments amount(Money paid) {
    amount = paid;
    return this;
  }

  public Payments live() {
    mode = Mode.LIVE;
    return this;
  }

  public Payments test() {
    mode = Mode.TEST;
    return this;
  }

  public Payments at(Instant time) {
    at = time;
    return this;
  }

  public Payments probability(double said) {
    probability = said;
    return this;
  }

  public Payments before(RiskScore judged) {
    before = judged;
    return this;
  }

  public PaymentFacts facts() {
    return new PaymentFacts(
        amount,
        card,
        "45321234",
        "visa",
        funding,
        "domestic_credit",
        country,
        "m_1",
        mode,
        ip,
        email,
        device,
        standing,
        at);
  }

  public RuleEngine.Judged judged() {
    return new RuleEngine.Judged(facts(), vector.clone(), before, probability);
  }
}
