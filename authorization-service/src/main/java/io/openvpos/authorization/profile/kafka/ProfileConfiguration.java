package io.openvpos.authorization.profile.kafka;

import io.openvpos.authorization.profile.Profiles;
import io.openvpos.messaging.access.ApiKeys;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.TopicReader;
import io.openvpos.messaging.kafka.TopicReaders;
import io.openvpos.schemas.Topics;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the profiles: the view, the API keys that come with it, and its reader.
@Configuration(proxyBeanMethods = false)
class ProfileConfiguration {

  @Bean
  Profiles profiles(Clock clock) {
    return new Profiles(clock);
  }

  @Bean
  ApiKeys apiKeys(Profiles profiles, TopicReader profileTopicReader) {
    return profiles.apiKeys().once(profileTopicReader::caughtUp);
  }

  /// The readers close what they opened.
  @Bean(destroyMethod = "")
  TopicReader profileTopicReader(AvroCodec codec, Profiles profiles, TopicReaders readers) {
    return readers.read("profiles", Topics.PROFILES, new ProfileReader(codec, profiles)::accept);
  }
}
