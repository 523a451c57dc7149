package io.openvpos.messaging.limits;

import io.github.bucket4j.TimeMeter;
import io.netty.handler.timeout.WriteTimeoutHandler;
import io.openvpos.messaging.http.ProblemWriter;
import io.openvpos.messaging.outbox.OutboxRelay;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.config.BlockingExecutionConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import reactor.netty.http.server.HttpServer;

/// Beans of the limits.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
public class LimitConfiguration {

  @Bean
  RateLimits rateLimits(LimitSettings settings) {
    return new RateLimits(settings, TimeMeter.SYSTEM_NANOTIME);
  }

  @Bean
  AddressFilter addressFilter(RateLimits limits, ProblemWriter problems) {
    return new AddressFilter(limits, problems);
  }

  @Bean
  Handlers handlers() {
    return new Handlers();
  }

  @Bean
  LoadFilter loadFilter(
      LimitSettings settings,
      RateLimits limits,
      Handlers handlers,
      ObjectProvider<OutboxRelay> relays,
      ProblemWriter problems) {
    return new LoadFilter(
        limits,
        new Pressure(SingletonSupplier.of(() -> backlogs(relays)), settings.outboxBacklog()),
        new InFlight(settings.readsInFlight(), settings.writesInFlight(), handlers::running),
        settings.answerWithin(),
        problems);
  }

  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  WebFluxConfigurer countedHandlers(Handlers handlers) {
    return new WebFluxConfigurer() {
      @Override
      public void configureBlockingExecution(BlockingExecutionConfigurer configurer) {
        configurer.setExecutor(handlers);
      }
    };
  }

  @Bean
  WebServerFactoryCustomizer<NettyReactiveWebServerFactory> patience(LimitSettings settings) {
    return factory -> factory.addServerCustomizers(server -> patient(server, settings));
  }

  private static List<IntSupplier> backlogs(ObjectProvider<OutboxRelay> relays) {
    return relays.stream().<IntSupplier>map(relay -> relay::backlog).toList();
  }

  private static HttpServer patient(HttpServer server, LimitSettings settings) {
    long takenWithin = settings.takenWithin().toMillis();
    return server
        .requestTimeout(settings.bodyWithin())
        .doOnConnection(connection ->
            connection.addHandlerLast(new WriteTimeoutHandler(takenWithin, TimeUnit.MILLISECONDS)));
  }
}
