package io.openvpos.sandbox.system;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Requests that leave at the same moment, each over a connection of its own.
final class Storm {

  private static final int PATIENCE_SECONDS = 120;

  private Storm() {}

  /// A request that can be repeated, also to another instance.
  record Request(String path, Map<String, Object> body, String key) {

    Reply to(Api edge) {
      return edge.post(path, body, key);
    }

    /// The path's last part: what is asked of the payment.
    String call() {
      return path.substring(path.lastIndexOf('/') + 1);
    }

    long amount() {
      return ((Number) body.getOrDefault("amount", 0L)).longValue();
    }
  }

  /// A request and how it was answered.
  record Answered(Request request, Reply reply) {

    boolean stored() {
      return reply.ok() || reply.status() == 422;
    }
  }

  /// Sends all at once, in turn to each of the instances; the answers come in the same order.
  static List<Answered> of(List<Request> requests, List<Api> edges) throws Exception {
    CyclicBarrier together = new CyclicBarrier(requests.size());
    try (ExecutorService connections = Executors.newFixedThreadPool(requests.size())) {
      List<Future<Answered>> sent = new ArrayList<>();
      for (int i = 0; i < requests.size(); i++) {
        Request request = requests.get(i);
        Api edge = edges.get(i % edges.size());
        Callable<Answered> call =
            () -> {
              together.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
              return new Answered(request, request.to(edge));
            };
        sent.add(connections.submit(call));
      }
      List<Answered> answers = new ArrayList<>();
      for (Future<Answered> one : sent) {
        answers.add(one.get());
      }
      return answers;
    }
  }
}
