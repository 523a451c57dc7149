package io.openvpos.merchant.profile.kafka;

import io.openvpos.messaging.access.ApiKeys;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.ProblemWriter;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.TopicReaders;
import io.openvpos.schemas.Topics;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.WebFilter;

/// The API keys, fed from the beginning of their topic.
@Configuration(proxyBeanMethods = false)
class ProfileViewConfiguration {

  @Bean
  ApiKeys apiKeys(AvroCodec codec, TopicReaders readers, Clock clock) {
    KnownApiKeys keys = new KnownApiKeys(codec, clock);
    keys.answerOnceCaughtUp(readers.read("profiles", Topics.PROFILES, keys::accept)::caughtUp);
    return keys;
  }

  /// What is thrown while a caller is made out is a problem document too: the access filter writes
  /// what it finds, not what the keys throw.
  @Bean
  @Order(-1)
  WebFilter problemsOfCallers(ProblemWriter problems) {
    return (exchange, chain) ->
        chain
            .filter(exchange)
            .onErrorResume(ProblemException.class, problem -> problems.write(exchange, problem));
  }
}
