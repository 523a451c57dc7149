package io.openvpos.sandbox.verify.checks;

import static io.openvpos.sandbox.verify.checks.SmallBooks.CLOSED;
import static io.openvpos.sandbox.verify.checks.SmallBooks.OPEN;
import static io.openvpos.sandbox.verify.checks.SmallBooks.PAYMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.sandbox.verify.books.AuthorizationReading;
import io.openvpos.sandbox.verify.books.LogLine;
import io.openvpos.sandbox.verify.books.MerchantReading;
import io.openvpos.sandbox.verify.books.SettlementReading;
import io.openvpos.sandbox.verify.books.Told;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class AuditTest {

  @Test
  void consistentBooksHoldAllTwelve() {
    SmallBooks books = SmallBooks.consistent();

    assertThat(Audit.of(books.books()))
        .allSatisfy(found -> assertThat(found.ok()).as(found.toString()).isTrue())
        .extracting(Finding::invariant)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 12).boxed().toList());
    assertThat(books.detail(1)).isEqualTo("8 entries, 1 heads");
    assertThat(books.detail(8)).isEqualTo("5 entries, 5 lines, 1 batches of 2 days");
  }

  @Test
  void anUnbalancedEntryBreaksOne() {
    SmallBooks books =
        SmallBooks.with(open -> {
          open.tell("settlement.payouts.v1", WireFacts.returned(OPEN, 4_895));
          open.post("payout1:3", "payout_returned", OPEN, null)
              .leg("bank_account", 4_895)
              .leg("merchant_available", -4_895)
              .leg("fx_position", 1)
              .done();
        });

    assertThat(books.broken()).containsExactly(1);
    assertThat(books.detail(1))
        .contains("entry m_1|test|TRY|payout1:3 sums to 1")
        .contains("head m_1|test|TRY sums to 1")
        .contains("the ledger of test|TRY sums to 1");
  }

  @Test
  void aFactWithoutItsEntryBreaksTwo() {
    SmallBooks books =
        SmallBooks.with(open -> open.payment("pay_4", "CAPTURED", 100, "RRN4", OPEN));

    assertThat(books.broken()).containsExactly(2);
    assertThat(books.detail(2)).isEqualTo("capture pay_4:2 has no entry");
  }

  @Test
  void anEntryWithoutItsFactBreaksTwo() {
    SmallBooks books =
        SmallBooks.with(open -> {
          open.tell(PAYMENTS, WireFacts.captured("pay_9:2", OPEN, 100));
          open.line("pay_9:2", "capture", OPEN)
              .leg("scheme_receivable", 100)
              .leg("merchant_pending", -100)
              .done();
        });

    assertThat(books.broken()).containsExactly(2);
    assertThat(books.detail(2)).contains("pay_9:2 has no fact");
  }

  @Test
  void aFeeThatTwoPeopleAgreedOnHoldsAllTwelve() {
    SmallBooks books =
        SmallBooks.with(open -> {
          open.fee("adj_1", 1_000);
          open.tellAndPostFee("adj_1", 1_000);
        });

    assertThat(books.broken()).isEmpty();
  }

  @Test
  void anApprovedAdjustmentWithoutItsEntryBreaksTwo() {
    SmallBooks books = SmallBooks.with(open -> open.fee("adj_1", 1_000));

    assertThat(books.broken()).containsExactly(2);
    assertThat(books.detail(2)).isEqualTo("adjustment adj_1:2 has no entry");
  }

  @Test
  void anAdjustmentThatNobodyApprovedBreaksTwo() {
    SmallBooks books =
        SmallBooks.with(open -> {
          open.fee("adj_1", 1_000).append("status", "pending");
          open.tellAndPostFee("adj_1", 1_000);
        });

    assertThat(books.broken()).containsExactly(2);
    assertThat(books.detail(2))
        .contains("entry m_1|test|TRY|adj_1:2 has no fact")
        .contains("adj_1:2 was told and is not approved");
  }

  @Test
  void anAdjustmentOfAnotherAmountOrByTwoEyesBreaksTwo() {
    SmallBooks books =
        SmallBooks.with(open -> {
          open.fee("adj_1", 1_001).append("decided_by", "ayse");
          open.tellAndPostFee("adj_1", 1_000);
        });

    assertThat(books.broken()).containsExactly(2);
    assertThat(books.detail(2))
        .contains("approved by whoever asked for it")
        .contains("is adjustment -1000")
        .contains("adj_1:2 was told and is not approved");
  }

  @Test
  void anEntryOfAnotherAmountThanItsFactBreaksTwo() {
    SmallBooks books = SmallBooks.consistent();
    Document payment = books.rows(AuthorizationReading.PAYMENTS).getLast();
    payment.getList("captures", Document.class).getFirst().put("amount", 6_999L);

    assertThat(books.broken()).contains(2);
    assertThat(books.detail(2)).contains("capture 7000").contains("fact capture 6999");
  }

  @Test
  void anApprovalToldAndLostBreaksTwo() {
    SmallBooks books = SmallBooks.consistent();
    books
        .only(AuthorizationReading.PAYMENTS)
        .get("answer", Document.class)
        .put(
            "body",
            "{\"id\":\"pay_1\",\"status\":\"voided\",\"amount\":10000,\"currency\":\"TRY\"}");

    assertThat(books.broken()).containsExactly(2);
    assertThat(books.detail(2)).isEqualTo("pay_1 was told to be voided and is captured");
  }

  @Test
  void anUnknownOutcomeToldThatBecameASaleBreaksTwo() {
    SmallBooks books = SmallBooks.consistent();
    books
        .only(AuthorizationReading.PAYMENTS)
        .get("answer", Document.class)
        .append("status", 202)
        .put(
            "body",
            "{\"id\":\"pay_1\",\"status\":\"processing\",\"amount\":10000,\"currency\":\"TRY\"}");

    assertThat(books.broken()).containsExactly(2);
    assertThat(books.detail(2)).isEqualTo("pay_1 was told to be processing and is captured");
  }

  @Test
  void aMissingEntryIsMissedByAllThatCount() {
    SmallBooks books = SmallBooks.consistent();
    books.rows(MerchantReading.ENTRIES).remove(0);

    assertThat(books.broken()).contains(2, 6, 8, 12);
    assertThat(books.detail(2)).contains("capture pay_1:2 has no entry");
    assertThat(books.detail(12)).contains("would post m_1|test|TRY|pay_1:2");
  }

  @Test
  void aRequestSentTwiceBreaksThree() {
    SmallBooks books = SmallBooks.consistent();
    books.network.add(SmallBooks.message("0100", "RRN000000001", 10_000, "05"));

    assertThat(books.broken()).containsExactly(3);
    assertThat(books.detail(3)).contains("asked 2 times for pay_1");
  }

  @Test
  void aQuestionAboutPointsIsNobodysPaymentAndHoldsNothing() {
    SmallBooks books = SmallBooks.consistent();
    books.network.add(SmallBooks.message("0100", "319000", "RRNPOINTS000", 0, "00"));
    assertThat(books.broken()).isEmpty();

    books.network.add(SmallBooks.message("0100", "319000", "RRNPOINTS001", 1, "00"));
    assertThat(books.broken()).containsExactly(4);
  }

  @Test
  void anApprovalThatNobodyKnowsBreaksFour() {
    SmallBooks books = SmallBooks.consistent();
    books.network.add(SmallBooks.message("0100", "RRNUNKNOWN00", 10_000, "00"));

    assertThat(books.broken()).containsExactly(4);
    assertThat(books.detail(4)).contains("RRNUNKNOWN00").contains("no payment does");
  }

  @Test
  void aVoidThatTheIssuerNeverSawBreaksFour() {
    SmallBooks books = SmallBooks.consistent();
    books.network.removeIf(message -> message.mti().equals("0420"));

    assertThat(books.broken()).containsExactly(4);
    assertThat(books.detail(4)).contains("holds 20000 under RRN RRN000000003");
  }

  @Test
  void moreRefundedThanCapturedBreaksFive() {
    SmallBooks books = SmallBooks.consistent();
    books.only(AuthorizationReading.PAYMENTS).put("amount_refunded", 10_001L);

    assertThat(books.broken()).containsExactly(5);
  }

  @Test
  void aBrokenChainBreaksSix() {
    SmallBooks books =
        SmallBooks.with(open -> {
          open.nextPreviousHash = "1".repeat(64);
          open.sale("pay_5", OPEN, 5_000);
        });

    assertThat(books.broken()).containsExactly(6);
    assertThat(books.detail(6)).contains("does not follow the one before");
  }

  @Test
  void aGapBreaksSix() {
    SmallBooks books = SmallBooks.consistent();
    books.only(MerchantReading.HEADS).put("seq", 9L);

    assertThat(books.broken()).containsExactly(6);
    assertThat(books.detail(6)).contains("counts 9 entries, there are 8");
  }

  @Test
  void anEntryChangedInTheStoreBreaksSix() {
    SmallBooks books = SmallBooks.consistent();
    books.entry(7).put("contract_version", 2);

    assertThat(books.broken()).containsExactly(6);
    assertThat(books.detail(6)).contains("another hash than its content");
  }

  @Test
  void aChangedBalanceBreaksSix() {
    SmallBooks books = SmallBooks.consistent();
    Document balances = books.only(MerchantReading.HEADS).get("balances", Document.class);
    balances.merge("bank_account", 5L, (a, b) -> (Long) a + (Long) b);
    balances.merge("scheme_receivable", -5L, (a, b) -> (Long) a + (Long) b);

    assertThat(books.broken()).containsExactly(6);
  }

  @Test
  void aChangedBalanceOfTheMerchantBreaksSevenToo() {
    SmallBooks books = SmallBooks.consistent();
    Document balances = books.only(MerchantReading.HEADS).get("balances", Document.class);
    balances.merge("merchant_pending", 5L, (a, b) -> (Long) a + (Long) b);
    balances.merge("scheme_receivable", -5L, (a, b) -> (Long) a + (Long) b);

    assertThat(books.broken()).containsExactlyInAnyOrder(6, 7);
  }

  @Test
  void halfAConversionBreaksSeven() {
    SmallBooks books =
        SmallBooks.with(open ->
            open.post("m_1.test.USD.conversion:1:in", "conversion_in", OPEN, null)
                .leg("fx_position", 100)
                .leg("merchant_available", -100)
                .done());

    assertThat(books.broken()).contains(7);
    assertThat(books.detail(7)).contains("m_1.test.USD.conversion:1 is only one half");
  }

  @Test
  void moneyEarnedThatIsNowhereBreaksSeven() {
    SmallBooks books =
        SmallBooks.with(open -> {
          open.payment("pay_9", "CAPTURED", 100, "RRN000000009", OPEN);
          open.tell(PAYMENTS, WireFacts.captured("pay_9:2", OPEN, 100));
          open.line("pay_9:2", "capture", OPEN)
              .leg("scheme_receivable", 100)
              .leg("fx_position", -100)
              .done();
        });

    assertThat(books.broken()).containsExactly(7);
    assertThat(books.detail(7)).contains("m_1|test|TRY: earned").contains("all of test|TRY");
  }

  @Test
  void aMissingLineBreaksEight() {
    SmallBooks books = SmallBooks.consistent();
    books.rows(SettlementReading.LINES).remove(1);

    assertThat(books.broken()).containsExactly(8);
    assertThat(books.detail(8)).contains("pay_1:3 is in no line of 2026-11-23.m_1.test.TRY");
  }

  @Test
  void aLineInTwoBatchesBreaksEight() {
    SmallBooks books = SmallBooks.consistent();
    Document again = new Document(books.only(SettlementReading.LINES));
    again.append("_id", "m_1|test|TRY|1b").append("batch_id", OPEN + ".m_1.test.TRY");
    books.rows(SettlementReading.LINES).add(again);

    assertThat(books.broken()).containsExactly(8);
    assertThat(books.detail(8)).contains("line m_1|test|TRY|1b has no entry in 2026-11-24");
  }

  @Test
  void aBatchThatHoldsAnotherDaysEntryBreaksEight() {
    SmallBooks books = SmallBooks.consistent();
    books
        .only(SettlementReading.BATCHES)
        .put(
            "entries",
            List.of(
                new Document("from", 1L).append("to", 4L),
                new Document("from", 8L).append("to", 8L)));

    assertThat(books.broken()).containsExactly(8);
    assertThat(books.detail(8)).contains("holds entry 8, which is no line of it");
  }

  @Test
  void anotherDigestBreaksEight() {
    SmallBooks books = SmallBooks.consistent();
    books.only(SettlementReading.BATCHES).put("digest", "0".repeat(64));

    assertThat(books.broken()).containsExactly(8);
    assertThat(books.detail(8)).contains("has the digest 000").contains("a re-run");
  }

  @Test
  void aReportCutWithAnotherContentBreaksEightEvenIfAllAgreeOnItsDigest() {
    SmallBooks books = SmallBooks.with(before -> before.digest = "f".repeat(64), _ -> {});

    assertThat(books.broken()).containsExactly(8);
  }

  @Test
  void anotherControlSumBreaksNine() {
    SmallBooks books = SmallBooks.consistent();
    books.only(SettlementReading.PAYOUT_FILES).put("control_sum", 4_896L);

    assertThat(books.broken()).containsExactly(9);
  }

  @Test
  void aFileThatTheBankReadOtherwiseBreaksNine() {
    SmallBooks books = SmallBooks.consistent();
    books.bank.add(books.bank.getFirst());

    assertThat(books.broken()).containsExactly(9);
    assertThat(books.detail(9)).isEqualTo("the bank was asked twice to pay payout1");
  }

  @Test
  void aConfirmationThatIsNotTheBanksBreaksNine() {
    SmallBooks books = SmallBooks.consistent();
    books.bank.clear();

    assertThat(books.broken()).containsExactly(9);
    assertThat(books.detail(9)).isEqualTo("payout payout1 is confirmed and the bank never read it");
  }

  @Test
  void aPayoutThatLeavesOnADayOnWhichItsCurrencyDoesNotMoveBreaksNine() {
    SmallBooks books = SmallBooks.consistent();
    books.only(SettlementReading.PAYOUTS).put("execution_date", "2026-11-25");

    assertThat(books.broken()).containsExactly(9);
    assertThat(books.detail(9))
        .contains("payout payout1 leaves on 2026-11-25, by none it should on 2026-11-24");
  }

  @Test
  void aReissueOfAPayoutThatDidNotComeBackBreaksNine() {
    SmallBooks books = SmallBooks.consistent();
    books
        .rows(SettlementReading.PAYOUTS)
        .add(
            new Document(books.only(SettlementReading.PAYOUTS))
                .append("_id", "payout2")
                .append("number", 1));

    assertThat(books.broken()).containsExactly(9);
    assertThat(books.detail(9)).contains("has 1 re-issues of 0 payouts given back");
  }

  @Test
  void anUnsentEventBreaksTen() {
    SmallBooks books = SmallBooks.consistent();
    books.only(AuthorizationReading.PAYMENTS).put("outbox", List.of(new Document("id", "pay_1:4")));

    assertThat(books.broken()).containsExactly(10);
    assertThat(books.detail(10)).contains("authorization.payments pay_1 has 1 events unsent");
  }

  @Test
  void aCardNumberBreaksEleven() {
    SmallBooks inDocument = SmallBooks.consistent();
    inDocument
        .only(AuthorizationReading.PAYMENTS)
        .append("timeline", List.of(new Document("data", new Document("x", "4155650100416111"))));
    SmallBooks inLog = SmallBooks.consistent();
    inLog.logs.add(new LogLine("a.log", 7, "card 5528-7900-0000-0008 refused"));
    SmallBooks onTopic = SmallBooks.consistent();
    onTopic.topics.add(
        new Told(
            "some.dlt",
            0,
            3,
            "",
            "\0\1".concat("\u00109792030000000000").getBytes(StandardCharsets.ISO_8859_1),
            null));
    SmallBooks code = SmallBooks.consistent();
    code.only(AuthorizationReading.PAYMENTS).append("request", new Document("cvc", "123"));

    assertThat(inDocument.broken()).containsExactly(11);
    assertThat(inDocument.detail(11)).contains("pay_1 holds card number 415565");
    assertThat(inLog.broken()).containsExactly(11);
    assertThat(inLog.detail(11)).contains("a.log:7");
    assertThat(onTopic.broken()).containsExactly(11);
    assertThat(onTopic.detail(11)).contains("some.dlt-0@3");
    assertThat(code.broken()).containsExactly(11);
  }

  @Test
  void aDuplicatePostingBreaksTwelve() {
    SmallBooks books =
        SmallBooks.with(open ->
            open.post("payout1:2b", "payout_confirmed", OPEN, null)
                .leg("payout_in_transit", 4_895)
                .leg("bank_account", -4_895)
                .done());

    assertThat(books.broken()).containsExactly(12);
    assertThat(books.detail(12))
        .isEqualTo("nothing on a topic causes entry m_1|test|TRY|payout1:2b");
  }

  @Test
  void aFactThatPostedNothingBreaksTwelve() {
    SmallBooks books = SmallBooks.consistent();
    books.tell(PAYMENTS, WireFacts.captured("pay_8:2", OPEN, 100));

    assertThat(books.broken()).containsExactly(12);
    assertThat(books.detail(12)).contains("would post m_1|test|TRY|pay_8:2");
  }

  @Test
  void everythingToldTwiceChangesNothing() {
    SmallBooks books = SmallBooks.consistent();
    new ArrayList<>(books.topics)
        .forEach(told -> {
          var record = told.record();
          if (record != null) {
            books.tell(told.topic(), record);
          }
        });

    assertThat(books.broken()).isEmpty();
    assertThat(books.detail(12)).contains("8 of them repeats");
  }

  @Test
  void aRepeatWithAnotherContentBreaksTwelve() {
    SmallBooks books = SmallBooks.consistent();
    books.tell(PAYMENTS, WireFacts.captured("pay_1:2", CLOSED, 10_001));

    assertThat(books.broken()).containsExactly(12);
    assertThat(books.detail(12)).contains("says something else");
  }

  @Test
  void aCardNumberInTheClearBreaksElevenInTheVaultToo() {
    SmallBooks books = SmallBooks.consistent();
    books
        .rows(AuthorizationReading.VAULT)
        .add(new Document("_id", "tok_1").append("sealed", "4155650100416111"));

    assertThat(books.broken()).containsExactly(11);
  }

  @Test
  void aFactBehindItsMarkerBelongsToTheNextDay() {
    SmallBooks carried =
        SmallBooks.with(open -> {
          open.payment("pay_6", "CAPTURED", 100, "RRN6", CLOSED);
          open.tell(PAYMENTS, WireFacts.captured("pay_6:2", CLOSED, 100));
          open.line("pay_6:2", "capture", OPEN)
              .leg("scheme_receivable", 100)
              .leg("merchant_pending", -100)
              .carriedOverFrom(CLOSED)
              .done();
        });
    SmallBooks notCarried =
        SmallBooks.with(open -> {
          open.payment("pay_6", "CAPTURED", 100, "RRN6", OPEN.plusDays(1));
          open.tell(PAYMENTS, WireFacts.captured("pay_6:2", CLOSED, 100));
          open.line("pay_6:2", "capture", OPEN.plusDays(1))
              .leg("scheme_receivable", 100)
              .leg("merchant_pending", -100)
              .done();
        });

    assertThat(carried.broken()).isEmpty();
    assertThat(notCarried.broken()).containsExactly(12);
  }
}
