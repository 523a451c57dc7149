package io.openvpos.merchant.fakes;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.merchant.staff.MerchantIds;
import io.openvpos.merchant.staff.SecondFactorSettings;
import io.openvpos.merchant.staff.SigningKey;
import io.openvpos.merchant.staff.TokenSigner;
import io.openvpos.messaging.MessagingAutoConfiguration;
import io.openvpos.messaging.access.StaffKeys;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/// The service's pages over real HTTP on a store in memory, without the broker.
public final class PageServer implements AutoCloseable {

  private final SigningKey key = SigningKey.generate();
  private final MemoryStore store = new MemoryStore();
  private final ConfigurableApplicationContext context;
  private final URI root;

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration(exclude = MessagingAutoConfiguration.class)
  @EnableConfigurationProperties(SecondFactorSettings.class)
  static class Bare {}

  /// The rooms of people, which most pages need.
  @Configuration(proxyBeanMethods = false)
  @ComponentScan({"io.openvpos.merchant.staff", "io.openvpos.merchant.audit"})
  static class People {
    @Bean
    TokenSigner tokenSigner(SigningKey key, Clock clock) {
      return new TokenSigner(key, clock);
    }

    @Bean
    MerchantIds merchantIds() {
      return id -> id.startsWith("mer_");
    }
  }

  /// Everything there is, except what needs the broker.
  public static PageServer whole(Clock clock, List<String> settings, Class<?>... more) {
    List<Class<?>> all = new ArrayList<>(List.of(more));
    all.add(WholeService.class);
    return new PageServer(clock, settings, all.toArray(Class<?>[]::new));
  }

  /// With everything about people.
  public static PageServer withPeople(Clock clock, List<String> settings, Class<?>... rooms) {
    List<Class<?>> all = new ArrayList<>(List.of(rooms));
    all.add(People.class);
    return new PageServer(clock, settings, all.toArray(Class<?>[]::new));
  }

  /// @param rooms the configurations and components that are tried
  public PageServer(Clock clock, List<String> settings, Class<?>... rooms) {
    List<Class<?>> sources = new ArrayList<>(List.of(rooms));
    sources.add(Bare.class);
    List<String> arguments = new ArrayList<>(settings);
    arguments.add("--server.port=0");
    arguments.add("--management.endpoint.health.validate-group-membership=false");
    arguments.add("--vpos.pages.plain-http=true");
    // Asked only where the rooms that are tried keep no sessions.
    arguments.add("--vpos.pages.session-uri=http://127.0.0.1:1/none");
    context =
        new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
            .properties("spring.config.name=merchant-service")
            .initializers(made -> {
              GenericApplicationContext generic = (GenericApplicationContext) made;
              generic.registerBean(Clock.class, () -> clock);
              generic.registerBean(SigningKey.class, () -> key, one -> one.setPrimary(true));
              generic.registerBean(
                  StaffKeys.class,
                  () -> id -> Optional.of(key.publicKey()),
                  one -> one.setPrimary(true));
              generic.registerBean(MongoDatabase.class, store::database);
            })
            .run(arguments.toArray(String[]::new));
    int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    root = URI.create("http://127.0.0.1:" + port);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  public MongoDatabase database() {
    return store.database();
  }

  public URI root() {
    return root;
  }

  /// A browser with cookies of its own.
  public Browser browser() {
    HttpClient client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    return new Browser(client, root);
  }

  @Override
  public void close() {
    context.close();
    store.close();
  }
}
