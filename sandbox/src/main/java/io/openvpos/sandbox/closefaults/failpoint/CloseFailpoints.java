package io.openvpos.sandbox.closefaults.failpoint;

import static io.openvpos.sandbox.closefaults.failpoint.Failpoint.after;
import static io.openvpos.sandbox.closefaults.failpoint.Failpoint.before;
import static io.openvpos.sandbox.platform.Service.AUTHORIZATION;
import static io.openvpos.sandbox.platform.Service.MERCHANT;
import static io.openvpos.sandbox.platform.Service.SETTLEMENT;

import io.openvpos.merchant.ledger.Entries;
import io.openvpos.merchant.ledger.EntryFeed;
import io.openvpos.merchant.ledger.Heads;
import io.openvpos.merchant.ledger.SourceDays;
import io.openvpos.messaging.day.DayMarkers;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.batch.domain.MarkStore;
import io.openvpos.settlement.batch.domain.PostedStore;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.businessday.domain.SequenceStore;
import io.openvpos.settlement.certificate.domain.CertificateStore;
import io.openvpos.settlement.payout.DayConditions;
import io.openvpos.settlement.payout.domain.Bank;
import io.openvpos.settlement.payout.domain.ConversionStore;
import io.openvpos.settlement.payout.domain.FileStore;
import io.openvpos.settlement.payout.domain.PayablesStore;
import io.openvpos.settlement.payout.domain.PayoutStore;
import io.openvpos.settlement.report.job.FileSetStore;
import java.util.List;

/// Every point of a close, in about the order in which it passes them: before and after each kind
/// of write that any service makes between the word that a day is to close and the bank's answer.
public final class CloseFailpoints {

  private CloseFailpoints() {}

  /// All of them.
  public static List<Failpoint> all() {
    return List.of(
        before("drain.markers", AUTHORIZATION, DayMarkers.class, "write"),
        after("drain.markers-written", AUTHORIZATION, DayMarkers.class, "write"),
        before("ledger.day-ends", MERCHANT, SourceDays.class, "save"),
        after("ledger.day-ended", MERCHANT, SourceDays.class, "save"),
        before("ledger.mark", MERCHANT, EntryFeed.class, "dayClosed"),
        after("ledger.mark-sent", MERCHANT, EntryFeed.class, "dayClosed"),
        before("settlement.mark", SETTLEMENT, MarkStore.class, "record"),
        after("settlement.mark-stored", SETTLEMENT, MarkStore.class, "record"),
        before("cut.batch", SETTLEMENT, BatchStore.class, "insert"),
        after("cut.batch-stored", SETTLEMENT, BatchStore.class, "insert"),
        after("cut.batches-stored", SETTLEMENT, BatchStore.class, "insert").atCall(3),
        before("cut.done", SETTLEMENT, DayLog.class, "cut"),
        after("cut.done-stored", SETTLEMENT, DayLog.class, "cut"),
        after("pay.conditions-fixed", SETTLEMENT, DayConditions.class, "of"),
        before("pay.head", SETTLEMENT, PayablesStore.class, "insert"),
        after("pay.head-stored", SETTLEMENT, PayablesStore.class, "insert"),
        after("pay.heads-stored", SETTLEMENT, PayablesStore.class, "insert").atCall(3),
        before("pay.payouts", SETTLEMENT, PayoutStore.class, "insertMissing"),
        after("pay.payouts-stored", SETTLEMENT, PayoutStore.class, "insertMissing"),
        before("pay.reserves", SETTLEMENT, PayoutStore.class, "insertMissingReserves"),
        before("pay.conversions", SETTLEMENT, ConversionStore.class, "insertMissing"),
        after("pay.conversions-stored", SETTLEMENT, ConversionStore.class, "insertMissing"),
        before("pay.done", SETTLEMENT, DayLog.class, "paid"),
        after("pay.done-stored", SETTLEMENT, DayLog.class, "paid"),
        after("ledger.close-appended", MERCHANT, Heads.class, "save"),
        before("ledger.close-inserted", MERCHANT, Entries.class, "insert"),
        before("ledger.close-told", MERCHANT, EntryFeed.class, "publish"),
        before("ledger.close-released", MERCHANT, Heads.class, "released"),
        before("post.entry", SETTLEMENT, PostedStore.class, "insertMissing"),
        after("post.entry-known", SETTLEMENT, MarkStore.class, "recordPosted"),
        before("certify", SETTLEMENT, CertificateStore.class, "insert"),
        after("certify.first-stored", SETTLEMENT, CertificateStore.class, "insert"),
        before("finish", SETTLEMENT, SequenceStore.class, "replace"),
        after("finish.stored", SETTLEMENT, SequenceStore.class, "replace"),
        after("finish.logged", SETTLEMENT, DayLog.class, "closed"),
        before("file.due", SETTLEMENT, FileStore.class, "insertMissing"),
        after("file.due-stored", SETTLEMENT, FileStore.class, "insertMissing"),
        before("bank.hand-over", SETTLEMENT, Bank.class, "handOver"),
        after("bank.handed-over", SETTLEMENT, Bank.class, "handOver"),
        after("bank.answer-stored", SETTLEMENT, PayablesStore.class, "replace"),
        before("bank.settled", SETTLEMENT, FileStore.class, "settled"),
        before("report.files", SETTLEMENT, FileSetStore.class, "insert"),
        after("report.files-stored", SETTLEMENT, FileSetStore.class, "insert"));
  }

  /// The one of that name.
  public static Failpoint named(String name) {
    return all().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no failpoint " + name));
  }
}
