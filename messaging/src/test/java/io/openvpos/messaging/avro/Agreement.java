package io.openvpos.messaging.avro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/// What it means that our serde and Confluent's agree at a registry, shown with every record of the
/// published language.
final class Agreement {

  private static final String TOPIC = "authorization.payments.v1";

  private final AvroSerializer serializer = new AvroSerializer();
  private final AvroDeserializer specific = new AvroDeserializer();
  private final AvroDeserializer generic = new AvroDeserializer();
  private final Confluent confluent;

  Agreement(String registry) {
    serializer.configure(configs(registry, true), false);
    specific.configure(configs(registry, true), false);
    generic.configure(configs(registry, false), false);
    confluent = new Confluent(registry);
  }

  /// Confluent reads what we wrote, and writing it again gives our very bytes.
  void confluentReadsOurs(SpecificRecord value) {
    byte[] ours = written(value);
    var read = confluent.read(TOPIC, ours);
    assertThat(read.getSchema().getFullName()).isEqualTo(value.getSchema().getFullName());
    assertThat(generic.deserialize(TOPIC, ours)).hasToString(read.toString());
    assertThat(confluent.write(TOPIC, read)).isEqualTo(ours);
  }

  /// We read what Confluent wrote, also where Confluent was the first to register the schema.
  void weReadConfluents(SpecificRecord value) throws IOException {
    String schema = value.getSchema().toString();
    byte[] theirs = confluent.write(TOPIC, Confluent.make(schema, binary(value)));
    assertThat(specific.deserialize(TOPIC, theirs))
        .isInstanceOfSatisfying(
            SpecificRecord.class, read -> assertThat(binary(read)).isEqualTo(binary(value)))
        .hasSameClassAs(value);
    assertThat(written(value)).isEqualTo(theirs);
  }

  private byte[] written(SpecificRecord value) {
    byte[] wire = serializer.serialize(TOPIC, value);
    assertThat(wire).isNotNull();
    return Objects.requireNonNull(wire);
  }

  /// What is compared, because Avro cannot compare lists of times (its `equals` throws): the value
  /// without the wire format's header, made without a registry.
  private static byte[] binary(SpecificRecord value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    try {
      new SpecificDatumWriter<>(value.getSchema(), SpecificData.getForClass(value.getClass()))
          .write(value, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new AssertionError("memory cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private static Map<String, Object> configs(String registry, boolean specificReader) {
    return Map.of(
        "schema.registry.url",
        registry,
        "auto.register.schemas",
        true,
        "specific.avro.reader",
        specificReader,
        "value.subject.name.strategy",
        "TopicRecordNameStrategy");
  }
}
