package io.openvpos.sandbox.verify.reading;

import com.mongodb.MongoException;
import com.mongodb.reactivestreams.client.MongoClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/// Waits until nothing is on its way any more: nothing open in the stores and no consumer behind,
/// seen twice in a row.
final class Rest {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  private final String bootstrapServers;
  private final OpenWork stores;

  Rest(String bootstrapServers, MongoClient client, Clock clock) {
    this.bootstrapServers = bootstrapServers;
    this.stores = new OpenWork(client, clock);
  }

  /// What was still open when the time was over; nothing if it came to rest.
  List<String> await(Duration limit) {
    long until = System.nanoTime() + limit.toNanos();
    int atRest = 0;
    List<String> open;
    try (Admin admin =
        Admin.create(
            Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      do {
        open = look(new ConsumerLag(admin));
        atRest = open.isEmpty() ? atRest + 1 : 0;
        if (atRest == 2) {
          return List.of();
        }
        TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
      } while (System.nanoTime() < until || atRest == 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of("the wait was interrupted");
    }
    return open;
  }

  private List<String> look(ConsumerLag lag) throws InterruptedException {
    List<String> open = new ArrayList<>();
    try {
      open.addAll(lag.find());
    } catch (ExecutionException | TimeoutException e) {
      open.add("the broker does not answer: " + e);
    }
    try {
      open.addAll(stores.find());
    } catch (MongoException | IllegalStateException e) {
      open.add("the store does not answer: " + e);
    }
    return open;
  }
}
