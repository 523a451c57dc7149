package io.openvpos.messaging.signature;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.messaging.http.ProblemWriter;
import java.time.Clock;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;
import reactor.core.scheduler.Schedulers;

/// Wires the check of signatures. Its collection is made when a key first signs.
@Configuration(proxyBeanMethods = false)
public class SignatureConfiguration {

  @Bean
  SignatureFilter signatureFilter(
      ObjectProvider<Nonces> other,
      ObjectProvider<MongoDatabase> database,
      Clock clock,
      ProblemWriter problems) {
    return new SignatureFilter(
        SingletonSupplier.of(
            () -> other.getIfAvailable(() -> new MongoNonces(database.getObject(), clock))),
        clock,
        problems,
        Schedulers.fromExecutor(Executors.newVirtualThreadPerTaskExecutor()));
  }
}
