package io.openvpos.settlement.bankstatement;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.settlement.bankstatement.mongo.MongoBankDifferences;
import io.openvpos.settlement.bankstatement.mongo.MongoBankMessages;
import io.openvpos.settlement.bankstatement.mongo.MongoPayoutClaims;
import io.openvpos.settlement.payout.BankAnswers;
import io.openvpos.settlement.payout.bank.StatusReports;
import io.openvpos.settlement.payout.domain.PayoutStore;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of the bank's messages.
@Configuration(proxyBeanMethods = false)
class BankStatementConfiguration {

  @Bean
  BankMessageIntake.Stores bankStores(MongoDatabase database) {
    return new BankMessageIntake.Stores(
        new MongoBankMessages(
            Documents.plain(database, "bank_messages"),
            Documents.plain(database, "bank_statements"),
            Documents.plain(database, "bank_bookings")),
        new MongoBankDifferences(Documents.versioned(database, "bank_exceptions")),
        new MongoPayoutClaims(Documents.plain(database, "bank_claims")));
  }

  @Bean
  BankMessages bankMessages(BankMessageIntake.Stores bankStores) {
    return bankStores.messages();
  }

  @Bean
  BankDifferences bankDifferences(BankMessageIntake.Stores bankStores) {
    return bankStores.differences();
  }

  @Bean
  BankMessageIntake bankMessageIntake(
      BankMessageIntake.Stores bankStores,
      PayoutStore payouts,
      BankAnswers answers,
      StatusReports reports,
      BankStatementSettings settings,
      Clock clock) {
    return new BankMessageIntake(
        bankStores,
        new BookingMatcher(payouts, bankStores.claims(), answers, settings.schemeReferences()),
        reports,
        clock);
  }

  @Bean
  DifferenceDesk bankDifferenceDesk(BankDifferences differences, Clock clock) {
    return new DifferenceDesk(differences, clock);
  }

  @Bean
  StatementSweep statementSweep(BankMessageIntake intake, Clock clock) {
    return new StatementSweep(intake, clock);
  }
}
