package io.openvpos.sandbox.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.sandbox.process.ChildProcess;
import io.openvpos.sandbox.process.Http;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EmbeddedRegistryTest {

  private static final String TYPE = "application/vnd.schemaregistry.v1+json";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String FIRST =
      """
      {"type": "record", "name": "Sale", "namespace": "t", "fields": [{"name": "id", "type": "string"}]}
      """;
  private static final String WITH_DEFAULT =
      """
      {"type":"record","name":"Sale","namespace":"t","fields":[{"name":"id","type":"string"},
       {"name":"note","type":"string","default":""}]}
      """;
  private static final String WITHOUT_DEFAULT =
      """
      {"type":"record","name":"Sale","namespace":"t","fields":[{"name":"id","type":"string"},
       {"name":"must","type":"string"}]}
      """;

  @TempDir Path folder;
  private EmbeddedRegistry registry;

  @BeforeEach
  void start() {
    registry = EmbeddedRegistry.start(folder, 0);
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void sameSchemaHasOneIdUnderAnySubjectAndSpacing() throws Exception {
    int id = register("sales-value", FIRST);
    assertThat(register("sales-value", FIRST.replace(" ", ""))).isEqualTo(id);
    assertThat(register("other-value", FIRST)).isEqualTo(id);
    assertThat(register("sales-value", WITH_DEFAULT)).isNotEqualTo(id);
  }

  @Test
  void schemasAreFoundByIdSubjectAndVersion() throws Exception {
    int id = register("sales-value", FIRST);
    int next = register("sales-value", WITH_DEFAULT);
    HttpResponse<String> byId = Http.get(registry.url() + "/schemas/ids/" + id);
    assertThat(byId.headers().firstValue("Content-Type")).contains(TYPE);
    assertThat(JSON.readTree(JSON.readTree(byId.body()).get("schema").asString()))
        .isEqualTo(JSON.readTree(FIRST));
    JsonNode latest = json(Http.get(registry.url() + "/subjects/sales-value/versions/latest"));
    assertThat(latest.get("id").asInt()).isEqualTo(next);
    assertThat(latest.get("version").asInt()).isEqualTo(2);
    assertThat(latest.get("subject").asString()).isEqualTo("sales-value");
    JsonNode first = json(post("/subjects/sales-value", FIRST));
    assertThat(first.get("id").asInt()).isEqualTo(id);
    assertThat(first.get("version").asInt()).isEqualTo(1);
    assertThat(Http.get(registry.url() + "/subjects").body()).isEqualTo("[\"sales-value\"]");
    assertThat(Http.get(registry.url() + "/subjects/sales-value/versions").body())
        .isEqualTo("[1,2]");
    assertThat(Http.get(registry.url() + "/config").body())
        .isEqualTo("{\"compatibilityLevel\":\"BACKWARD\"}");
  }

  @Test
  void aSchemaThatCannotReadTheLatestIsRefused() throws Exception {
    register("sales-value", FIRST);
    HttpResponse<String> refused = post("/subjects/sales-value/versions", WITHOUT_DEFAULT);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(json(refused).get("error_code").asInt()).isEqualTo(409);
    assertThat(register("sales-value", WITH_DEFAULT)).isPositive();
  }

  @Test
  void whatIsNotThereHasTheProtocolsErrorCodes() throws Exception {
    assertError(Http.get(registry.url() + "/subjects/none/versions/latest"), 404, 40401);
    assertError(post("/subjects/none", FIRST), 404, 40401);
    register("sales-value", FIRST);
    assertError(post("/subjects/sales-value", WITH_DEFAULT), 404, 40403);
    assertError(Http.get(registry.url() + "/schemas/ids/4711"), 404, 40403);
    assertError(Http.get(registry.url() + "/subjects/sales-value/versions/9"), 404, 40402);
    assertError(post("/subjects/sales-value/versions", "{\"type\":\"nonsense\"}"), 422, 42201);
  }

  @Test
  void idsSurviveARestart() throws Exception {
    int id = register("sales-value", FIRST);
    int port = registry.port();
    registry.close();
    registry = EmbeddedRegistry.start(folder, port);
    assertThat(json(Http.get(registry.url() + "/subjects/sales-value/versions/latest")).get("id"))
        .isEqualTo(JSON.valueToTree(id));
    assertThat(register("sales-value", WITH_DEFAULT)).isEqualTo(id + 1);
  }

  @Test
  void idsSurviveAKill() throws Exception {
    Path killed = folder.resolve("killed");
    int id;
    try (ChildProcess child =
        ChildProcess.start(
            EmbeddedRegistryMain.class, "REGISTRY_READY", "--data", killed.toString())) {
      HttpResponse<String> registered =
          Http.post(child.readyValue() + "/subjects/a%2Fb/versions", TYPE, request(WITH_DEFAULT));
      id = json(registered).get("id").asInt();
      child.kill();
    }
    try (EmbeddedRegistry again = EmbeddedRegistry.start(killed, 0)) {
      assertThat(Http.get(again.url() + "/schemas/ids/" + id).statusCode()).isEqualTo(200);
      assertThat(Http.get(again.url() + "/subjects").body()).isEqualTo("[\"a/b\"]");
    }
  }

  @Test
  void clientsThatRegisterAtOnceGetOneId() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Integer>> calls =
          IntStream.range(0, 24)
              .<Callable<Integer>>mapToObj(_ -> () -> register("race-value", FIRST))
              .toList();
      int id = register("race-value", FIRST);
      for (Future<Integer> future : threads.invokeAll(calls)) {
        assertThat(future.get()).isEqualTo(id);
      }
    }
  }

  private int register(String subject, String schema) throws Exception {
    HttpResponse<String> response = post("/subjects/" + subject + "/versions", schema);
    assertThat(response.statusCode()).isEqualTo(200);
    return json(response).get("id").asInt();
  }

  private HttpResponse<String> post(String path, String schema) throws Exception {
    return Http.post(registry.url() + path, TYPE, request(schema));
  }

  private static String request(String schema) {
    return JSON.writeValueAsString(Map.of("schema", schema));
  }

  private static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  private static void assertError(HttpResponse<String> response, int status, int code) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(json(response).get("error_code").asInt()).isEqualTo(code);
  }
}
