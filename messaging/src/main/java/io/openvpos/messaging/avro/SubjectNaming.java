package io.openvpos.messaging.avro;

import org.apache.kafka.common.config.ConfigException;

/// The registry subject that a schema is kept under. The names are Confluent's.
enum SubjectNaming {
  TOPIC,
  RECORD,
  TOPIC_RECORD;

  /// Takes Confluent's class names, with or without the package.
  static SubjectNaming of(String option, String className) {
    String simple = className.substring(className.lastIndexOf('.') + 1);
    return switch (simple) {
      case "TopicNameStrategy" -> TOPIC;
      case "RecordNameStrategy" -> RECORD;
      case "TopicRecordNameStrategy" -> TOPIC_RECORD;
      default -> throw new ConfigException(option, className, "not a known subject strategy");
    };
  }

  String subject(String topic, String record, boolean key) {
    return switch (this) {
      case TOPIC -> topic + (key ? "-key" : "-value");
      case RECORD -> record;
      case TOPIC_RECORD -> topic + "-" + record;
    };
  }
}
