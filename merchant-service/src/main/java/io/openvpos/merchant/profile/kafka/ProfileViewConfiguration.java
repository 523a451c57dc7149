package io.openvpos.merchant.profile.kafka;

import io.openvpos.merchant.profile.KeyIssuing;
import io.openvpos.messaging.access.ApiKeys;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.TopicReader;
import io.openvpos.messaging.kafka.TopicReaders;
import io.openvpos.schemas.Topics;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/// The API keys, fed from the beginning of their topic.
@Configuration(proxyBeanMethods = false)
class ProfileViewConfiguration {

  @Bean
  KnownApiKeys knownApiKeys(AvroCodec codec, Clock clock) {
    return new KnownApiKeys(codec, clock);
  }

  /// The readers close what they opened.
  @Bean(destroyMethod = "")
  TopicReader profileTopicReader(TopicReaders readers, KnownApiKeys keys) {
    return readers.read("profiles", Topics.PROFILES, keys::accept);
  }

  @Bean
  @Primary
  ApiKeys apiKeys(KnownApiKeys keys, TopicReader profileTopicReader) {
    return keys.once(profileTopicReader::caughtUp);
  }

  @Bean
  BuriedProfiles buriedProfiles(
      KnownApiKeys keys, TopicReader profileTopicReader, KeyIssuing issuing) {
    return new BuriedProfiles(keys, profileTopicReader::caughtUp, issuing::tellAgain);
  }
}
