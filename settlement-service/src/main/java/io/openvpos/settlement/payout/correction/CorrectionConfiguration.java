package io.openvpos.settlement.payout.correction;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.settlement.businessday.domain.ClosePolicy;
import io.openvpos.settlement.payout.BankAnswers;
import io.openvpos.settlement.payout.BankAnswers.ReissueAccounts;
import io.openvpos.settlement.payout.correction.mongo.MongoCorrections;
import io.openvpos.settlement.payout.domain.Beneficiaries;
import io.openvpos.settlement.payout.domain.FileStore;
import io.openvpos.settlement.payout.domain.PayablesStore;
import io.openvpos.settlement.payout.domain.PayoutStore;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of corrections.
@Configuration(proxyBeanMethods = false)
class CorrectionConfiguration {

  @Bean
  Corrections corrections(MongoDatabase database) {
    return new MongoCorrections(Documents.versioned(database, "payout_corrections"));
  }

  @Bean
  ReissueAccounts reissueAccounts(Corrections corrections, Beneficiaries profiles) {
    return new CorrectedAccounts(corrections, profiles);
  }

  @Bean
  Withdrawals withdrawals(
      Corrections corrections,
      PayablesStore payables,
      PayoutStore payouts,
      FileStore files,
      BankAnswers answers,
      ClosePolicy policy) {
    return new Withdrawals(corrections, payables, payouts, files, answers, policy.terms().debtor());
  }

  @Bean
  CorrectionDesk correctionDesk(
      Corrections corrections,
      PayablesStore payables,
      Beneficiaries profiles,
      Withdrawals withdrawals,
      Clock clock) {
    return new CorrectionDesk(corrections, payables, profiles, withdrawals, clock);
  }
}
