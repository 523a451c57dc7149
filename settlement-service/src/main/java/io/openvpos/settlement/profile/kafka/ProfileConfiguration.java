package io.openvpos.settlement.profile.kafka;

import io.openvpos.messaging.access.ApiKeys;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.ProblemWriter;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.TopicReaders;
import io.openvpos.schemas.Topics;
import io.openvpos.settlement.profile.domain.Merchants;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.WebFilter;

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
    return new KnownApiKeys(merchants);
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
