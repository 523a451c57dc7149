package io.openvpos.fraud.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.util.List;
import java.util.stream.Stream;

/// What a fraud-service is started with that lives among these neighbours, on a port of its own.
public final class Arguments {

  private Arguments() {}

  /// All that it must be told.
  ///
  /// @param more settings, as `--name=value`
  public static String[] of(Broker broker, HttpPeers peers, MongoServer mongo, String... more) {
    List<String> own =
        List.of(
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--vpos.kafka.bootstrap-servers=" + broker.address(),
            "--vpos.kafka.single-broker=true",
            "--vpos.kafka.registry-url=" + peers.url(),
            "--vpos.mongo.uri=mongodb://127.0.0.1:" + mongo.getLocalAddress().getPort(),
            "--vpos.access.jwks-uri=" + peers.url() + "/jwks.json");
    return Stream.concat(own.stream(), Stream.of(more)).toArray(String[]::new);
  }
}
