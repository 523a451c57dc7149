package io.openvpos.messaging.avro;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.avro.util.RandomData;

/// Random values of every record in the published language, the same ones for the same seed.
final class SampleRecords {

  private static final int EACH = 5;

  private SampleRecords() {}

  static List<SpecificRecord> of(long seed) throws IOException {
    TrustedRecords.trust();
    List<SpecificRecord> samples = new ArrayList<>();
    for (JavaClass each : new ClassFileImporter().importPackages("io.openvpos.schemas")) {
      if (each.isAssignableTo(SpecificRecordBase.class)) {
        Schema schema = SpecificData.get().getSchema(each.reflect());
        for (Object random : new RandomData(schema, EACH, seed)) {
          samples.add(specific(schema, random));
        }
      }
    }
    return samples;
  }

  /// The plain binary value, without the wire format's header.
  private static byte[] binary(Schema schema, Object value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<>(schema).write(value, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  private static SpecificRecord specific(Schema schema, Object random) throws IOException {
    SpecificDatumReader<SpecificRecord> reader = new SpecificDatumReader<>(schema);
    SpecificRecord none = null;
    return reader.read(none, DecoderFactory.get().binaryDecoder(binary(schema, random), null));
  }
}
