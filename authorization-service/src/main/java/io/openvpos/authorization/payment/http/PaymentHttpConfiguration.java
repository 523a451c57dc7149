package io.openvpos.authorization.payment.http;

import io.openvpos.authorization.payment.Payments;
import io.openvpos.authorization.profile.Merchants;
import io.openvpos.authorization.vault.Vault;
import io.openvpos.messaging.http.Messages;
import io.openvpos.messaging.http.ProblemWriter;
import io.swagger.v3.oas.models.OpenAPI;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// Wires the HTTP edge of payments.
@Configuration(proxyBeanMethods = false)
class PaymentHttpConfiguration {

  @Bean
  JsonAnswers jsonAnswers(JsonMapper json, Messages messages, ProblemWriter problems) {
    return new JsonAnswers(json, messages, problems);
  }

  @Bean
  PaymentRequests paymentRequests(Vault vault, Merchants merchants) {
    return new PaymentRequests(vault, merchants);
  }

  @Bean
  OwnPayments ownPayments(Payments payments) {
    return new OwnPayments(payments);
  }

  @Bean
  TokenOrigins tokenOrigins() {
    return new TokenOrigins();
  }

  @Bean
  OpenAPI openApi() {
    return ApiDocument.document();
  }

  @Bean
  OpenApiCustomizer paymentCalls() {
    return new ApiDocument();
  }
}
