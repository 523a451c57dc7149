package io.openvpos.settlement.profile.kafka;

import io.openvpos.messaging.access.ApiKeys;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.TopicReaders;
import io.openvpos.schemas.Topics;
import io.openvpos.settlement.profile.domain.Merchants;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The merchants that settlement knows, fed from the beginning of their topic.
@Configuration(proxyBeanMethods = false)
class ProfileConfiguration {

  @Bean
  Merchants merchants(TopicReaders readers, AvroCodec codec, Clock clock) {
    Merchants merchants = new Merchants(clock);
    ProfileView view = new ProfileView(codec, merchants);
    merchants.completeOnce(readers.read("profiles", Topics.PROFILES, view::accept)::caughtUp);
    return merchants;
  }

  @Bean
  ApiKeys apiKeys(Merchants merchants) {
    ApiKeys keys = merchants::find;
    return keys.once(merchants::complete);
  }
}
