package io.openvpos.sandbox.registry;

import io.openvpos.sandbox.process.AppendOnlyFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;
import tools.jackson.databind.json.JsonMapper;

/// Subjects, their versions and the ids of schemas, in memory and in an append-only file. A new
/// version must be able to read what the latest one wrote (BACKWARD).
final class SchemaBook implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final AppendOnlyFile file;
  private final Map<String, List<RegisteredSchema>> subjects = new TreeMap<>();
  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<Integer, String> schemas = new HashMap<>();

  SchemaBook(Path path) {
    AppendOnlyFile.lines(path)
        .forEach(line -> remember(JSON.readValue(line, RegisteredSchema.class)));
    file = new AppendOnlyFile(path);
  }

  /// The version under which the schema is in the file when this returns.
  synchronized RegisteredSchema register(String subject, String schema) {
    Schema parsed = parse(schema);
    String canonical = parsed.toString();
    Optional<RegisteredSchema> known = find(subject, canonical);
    if (known.isPresent()) {
      return known.get();
    }
    List<RegisteredSchema> versions = subjects.getOrDefault(subject, List.of());
    if (!versions.isEmpty()) {
      checkReads(subject, parsed, versions.getLast());
    }
    RegisteredSchema registered =
        new RegisteredSchema(
            subject,
            ids.getOrDefault(canonical, schemas.size() + 1),
            versions.size() + 1,
            canonical);
    file.append(JSON.writeValueAsString(registered));
    remember(registered);
    return registered;
  }

  private static void checkReads(String subject, Schema reader, RegisteredSchema latest) {
    SchemaPairCompatibility compatibility =
        SchemaCompatibility.checkReaderWriterCompatibility(reader, parse(latest.schema()));
    if (compatibility.getType() != SchemaCompatibilityType.COMPATIBLE) {
      throw RegistryException.incompatible(
          subject, compatibility.getResult().getIncompatibilities().toString());
    }
  }

  private static Schema parse(String schema) {
    try {
      return new Schema.Parser().parse(schema);
    } catch (AvroRuntimeException e) {
      throw RegistryException.invalid(String.valueOf(e.getMessage()));
    }
  }

  private void remember(RegisteredSchema registered) {
    subjects.computeIfAbsent(registered.subject(), _ -> new ArrayList<>()).add(registered);
    ids.put(registered.schema(), registered.id());
    schemas.put(registered.id(), registered.schema());
  }

  private Optional<RegisteredSchema> find(String subject, String canonical) {
    return subjects.getOrDefault(subject, List.of()).stream()
        .filter(version -> version.schema().equals(canonical))
        .findFirst();
  }

  synchronized RegisteredSchema lookUp(String subject, String schema) {
    versions(subject);
    return find(subject, parse(schema).toString()).orElseThrow(RegistryException::schemaNotFound);
  }

  synchronized String schema(int id) {
    String schema = schemas.get(id);
    if (schema == null) {
      throw RegistryException.schemaNotFound();
    }
    return schema;
  }

  synchronized List<String> subjects() {
    return List.copyOf(subjects.keySet());
  }

  synchronized List<RegisteredSchema> versions(String subject) {
    List<RegisteredSchema> versions = subjects.get(subject);
    if (versions == null) {
      throw RegistryException.subjectNotFound(subject);
    }
    return List.copyOf(versions);
  }

  @Override
  public void close() {
    file.close();
  }
}
