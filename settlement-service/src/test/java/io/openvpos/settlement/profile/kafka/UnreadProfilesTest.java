package io.openvpos.settlement.profile.kafka;

import io.openvpos.messaging.access.AccessConfiguration;
import io.openvpos.messaging.access.ApiKeys;
import io.openvpos.messaging.access.StaffKeys;
import io.openvpos.messaging.http.HttpConfiguration;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.ProblemWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// A key of which nothing can be said yet, in front of the access rules as they are.
class UnreadProfilesTest {

  @Configuration(proxyBeanMethods = false)
  static class Beans {

    @Bean
    JsonMapper json() {
      return new JsonMapper();
    }

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    @Bean
    StaffKeys staffKeys() {
      return id -> Optional.empty();
    }

    @Bean
    ApiKeys apiKeys() {
      return key -> {
        if (key.equals("sk_test_unread")) {
          throw ProblemException.of(503, "service_unavailable").retryAfter(Duration.ofSeconds(1));
        }
        return Optional.empty();
      };
    }

    @Bean
    @Order(-1)
    WebFilter problemsOfCallers(ProblemWriter problems) {
      return new ProfileConfiguration().problemsOfCallers(problems);
    }

    @Bean
    WebHandler webHandler() {
      return exchange -> Mono.empty();
    }
  }

  @Test
  void isAskedForAgainShortly() {
    try (AnnotationConfigApplicationContext context =
        new AnnotationConfigApplicationContext(
            HttpConfiguration.class, AccessConfiguration.class, Beans.class)) {
      WebTestClient client = WebTestClient.bindToApplicationContext(context).build();

      client
          .get()
          .uri("/v1/anything")
          .header("Authorization", "Bearer sk_test_unread")
          .exchange()
          .expectStatus()
          .isEqualTo(503)
          .expectHeader()
          .valueEquals("Retry-After", "1")
          .expectHeader()
          .contentType(MediaType.APPLICATION_PROBLEM_JSON);
      client
          .get()
          .uri("/v1/anything")
          .header("Authorization", "Bearer sk_test_unknown")
          .exchange()
          .expectStatus()
          .isUnauthorized();
    }
  }
}
