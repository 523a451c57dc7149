package io.openvpos.sandbox.bench.settle;

import io.openvpos.schemas.Mode;
import io.openvpos.schemas.Topic;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.merchant.CaptureRules;
import io.openvpos.schemas.merchant.DayTotal;
import io.openvpos.schemas.merchant.JournalEntryPosted;
import io.openvpos.schemas.merchant.LedgerDayClosed;
import io.openvpos.schemas.merchant.LineFacts;
import io.openvpos.schemas.merchant.MerchantProfile;
import io.openvpos.schemas.merchant.Posting;
import io.openvpos.schemas.merchant.RiskPolicy;
import io.openvpos.settlement.batch.domain.Figures;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// A day's captures as the ledger tells them, and the marks that say that they are all.
final class TradedDay {

  private static final String CURRENCY = "TRY";
  private static final String IBAN = "TR330006100519786457841326";
  private static final int HOT_PER_CENT = 30;
  private static final int MOST_MINOR_UNITS = 200_000;
  private static final int VALUE_DAYS = 1;
  private static final RiskPolicy RISK = new RiskPolicy(0L, 60, 600, 6_000);
  private static final CaptureRules CAPTURE = new CaptureRules(true, 7, 12);

  private final LedgerLog log;
  private final LocalDate day;
  private final Instant noon;
  private final Random random;
  private final String[] merchants;
  private final long[] seqs;
  private final long[] entries;
  private final long[] debits;
  private Figures written = Figures.ZERO;

  TradedDay(LedgerLog log, LocalDate day, int merchants, long seed) {
    this.log = log;
    this.day = day;
    noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    random = new Random(seed);
    this.merchants = new String[merchants];
    for (int i = 0; i < merchants; i++) {
      this.merchants[i] = String.format(Locale.ROOT, "mer_%020x", i);
    }
    seqs = new long[merchants];
    entries = new long[log.partitions()];
    debits = new long[log.partitions()];
  }

  void write(int lines) {
    for (String merchant : merchants) {
      log.writeProfile(merchant, profile(merchant));
    }
    for (int line = 0; line < lines; line++) {
      boolean hot = random.nextInt(100) < HOT_PER_CENT;
      capture(hot ? 0 : random.nextInt(merchants.length), line);
    }
    log.flush();
    for (Topic topic : Topics.DAY_SOURCES) {
      for (int partition = 0; partition < log.partitions(); partition++) {
        mark(topic, partition);
      }
    }
    log.flush();
  }

  /// The sum of what was written, signed from the merchants' view.
  Figures written() {
    return written;
  }

  private void capture(int merchant, int line) {
    String id = merchants[merchant];
    int partition = log.partition(id);
    long gross = 1L + random.nextInt(MOST_MINOR_UNITS);
    long commission = (gross * 2 + 50) / 100;
    long tax = (commission * 5 + 50) / 100;
    String payment = String.format(Locale.ROOT, "pay_%026x", line);
    String head = id + "|test|" + CURRENCY;
    entries[partition]++;
    debits[partition] += gross;
    written = written.plus(new Figures(gross, -commission, -tax, gross - commission - tax));
    Instant at = noon.plusMillis(line);
    log.write(
        partition,
        id,
        new JournalEntryPosted(
            LedgerLog.envelope(head + "|" + payment + ":2", at, ++seqs[merchant]),
            head + "|" + payment + ":2",
            head,
            seqs[merchant],
            id,
            Mode.TEST,
            CURRENCY,
            "capture",
            payment + ":2",
            Topics.PAYMENTS.name(),
            partition,
            day,
            null,
            1,
            List.of(
                new Posting("scheme_receivable", gross),
                new Posting("merchant_pending", commission + tax - gross),
                new Posting("commission_income", -commission),
                new Posting("bsmv_payable", -tax)),
            "",
            String.format(Locale.ROOT, "%064x", line),
            facts(payment, line, at)));
  }

  private static LineFacts facts(String payment, int line, Instant at) {
    return LineFacts.newBuilder()
        .setPaymentId(payment)
        .setOrderId("Sipariş-" + line)
        .setCapturedAt(at)
        .setCardBrand(line % 3 == 0 ? "troy" : "visa")
        .setLast4(String.format(Locale.ROOT, "%04d", line % 10_000))
        .setInstallments(1)
        .setRrn(String.format(Locale.ROOT, "%012d", line))
        .setAuthorizationCode(String.format(Locale.ROOT, "%06d", line % 1_000_000))
        .setValueDays(VALUE_DAYS)
        .build();
  }

  private void mark(Topic topic, int partition) {
    boolean traded = topic.equals(Topics.PAYMENTS) && entries[partition] > 0;
    log.write(
        partition,
        "",
        new LedgerDayClosed(
            LedgerLog.envelope(topic.name() + "|" + partition + "|" + day, noon, 1),
            day,
            topic.name(),
            partition,
            traded
                ? List.of(new DayTotal(Mode.TEST, CURRENCY, entries[partition], debits[partition]))
                : List.of(),
            null));
  }

  private MerchantProfile profile(String merchant) {
    return MerchantProfile.newBuilder()
        .setInstallmentLimits(List.of())
        .setEnvelope(LedgerLog.envelope(merchant + ":1", noon, 1))
        .setMerchantId(merchant)
        .setName("Ölçüm Mağazası " + merchant.substring(merchant.length() - 4))
        .setStatus("active")
        .setModes(List.of(Mode.TEST))
        .setApiKeys(List.of())
        .setCurrencies(List.of(CURRENCY))
        .setMcc("5411")
        .setTerminalId("00000001")
        .setIban(IBAN)
        .setRiskPolicy(RISK)
        .setCaptureRules(CAPTURE)
        .setContractVersions(List.of())
        .build();
  }
}
