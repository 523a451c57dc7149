package io.openvpos.settlement.payout.life;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.settlement.payout.life.kafka.PayoutLifeListener;
import io.openvpos.settlement.payout.life.mongo.MongoPayoutLives;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of payouts' lives.
@Configuration(proxyBeanMethods = false)
class LifeConfiguration {

  @Bean
  PayoutLives payoutLives(MongoDatabase database) {
    return new MongoPayoutLives(Documents.plain(database, "payout_lives"));
  }

  @Bean
  PayoutLifeListener payoutLifeListener(AvroCodec codec, PayoutLives lives) {
    return new PayoutLifeListener(codec, lives);
  }
}
