package io.openvpos.messaging.avro;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/// The configuration keys of `kafka-avro-serializer`, as far as they are understood here. An
/// unknown subject strategy is refused at start.
final class AvroSerdeConfig {

  static final String URL = "schema.registry.url";
  static final String AUTO_REGISTER = "auto.register.schemas";
  static final String USE_LATEST = "use.latest.version";
  static final String SPECIFIC_READER = "specific.avro.reader";
  static final String VALUE_STRATEGY = "value.subject.name.strategy";
  static final String KEY_STRATEGY = "key.subject.name.strategy";
  static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";
  static final String USER_INFO = "basic.auth.user.info";

  private final Map<String, ?> configs;
  private final boolean key;

  AvroSerdeConfig(Map<String, ?> configs, boolean key) {
    this.configs = configs;
    this.key = key;
  }

  SchemaRegistry registry() {
    String url = text(URL, null);
    if (url == null || url.isBlank()) {
      throw new ConfigException(URL, url, "names no schema registry");
    }
    return SchemaRegistry.at(url, authorization());
  }

  boolean autoRegister() {
    return flag(AUTO_REGISTER, true);
  }

  boolean useLatest() {
    return flag(USE_LATEST, false);
  }

  boolean specificReader() {
    return flag(SPECIFIC_READER, false);
  }

  SubjectNaming naming() {
    String option = key ? KEY_STRATEGY : VALUE_STRATEGY;
    return SubjectNaming.of(option, String.valueOf(text(option, "TopicNameStrategy")));
  }

  private @Nullable String authorization() {
    String source = text(CREDENTIALS_SOURCE, "URL");
    String user = text(USER_INFO, null);
    if (!"USER_INFO".equals(source) || user == null) {
      return null;
    }
    return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
  }

  private boolean flag(String option, boolean otherwise) {
    Object value = configs.get(option);
    return value == null ? otherwise : Boolean.parseBoolean(value.toString());
  }

  private @Nullable String text(String option, @Nullable String otherwise) {
    Object value = configs.get(option);
    return value == null ? otherwise : value.toString();
  }
}
