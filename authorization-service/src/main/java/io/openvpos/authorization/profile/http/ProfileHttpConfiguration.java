package io.openvpos.authorization.profile.http;

import io.openvpos.messaging.http.ProblemWriter;
import io.openvpos.messaging.kafka.TopicReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires what stands before the access filter.
@Configuration(proxyBeanMethods = false)
class ProfileHttpConfiguration {

  @Bean
  ProfilesFirst profilesFirst(TopicReader profileTopicReader, ProblemWriter problems) {
    return new ProfilesFirst(profileTopicReader::caughtUp, problems);
  }
}
