package io.openvpos.sandbox.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The files that certificates name, by their SHA-256. A batch's own files are named by one digest
/// over all of theirs, so their list has to be at hand too.
final class NamedFiles {

  private final Map<String, String> byDigest = new HashMap<>();
  private final Map<String, String> batchByDigest = new HashMap<>();

  private NamedFiles() {}

  static NamedFiles by(List<CertificateFile> days, List<CertificateFile> reports) {
    NamedFiles named = new NamedFiles();
    for (CertificateFile file : days) {
      named.names(file.content().path("files"), "sha256", "name");
      named.names(file.content().path("batches"), "digest", "id");
      named.names(file.content().path("other_batches"), "digest", "id");
    }
    for (CertificateFile file : reports) {
      named.names(file.content().path("files"), "sha256", "name");
      for (JsonNode batch : file.content().path("batches")) {
        named.batchByDigest.put(batch.path("digest").asString(""), batch.path("id").asString(""));
      }
    }
    return named;
  }

  private void names(JsonNode files, String digest, String name) {
    files.forEach(one -> byDigest.put(one.path(digest).asString(""), one.path(name).asString("")));
  }

  /// Lists whose digests come to one that is certified; their files are named from then on.
  List<Checked> add(List<Path> lists) {
    List<Checked> checked = new ArrayList<>();
    for (Path list : lists) {
      StringBuilder digests = new StringBuilder();
      JsonNode files = read(list).path("data");
      files.forEach(file -> digests.append(file.path("sha256").asString("")));
      String batch = batchByDigest.get(CertificateChecks.sha256(digests.toString()));
      if (batch != null) {
        files.forEach(file ->
            byDigest.put(
                file.path("sha256").asString(""), batch + " " + file.path("format").asString("")));
      }
      checked.add(
          new Checked(
              list.toString(),
              "list of a certified batch's files",
              batch != null,
              batch == null ? "no certificate of reports has its digest" : batch));
    }
    return checked;
  }

  /// Each has to be named.
  List<Checked> check(List<Path> files) {
    List<Checked> checked = new ArrayList<>();
    for (Path file : files) {
      String digest = CertificateChecks.sha256(bytes(file));
      String name = byDigest.get(digest);
      checked.add(
          new Checked(
              file.toString(),
              "named by a certificate",
              name != null,
              name == null ? "none has SHA-256 " + digest : name));
    }
    return checked;
  }

  private static JsonNode read(Path list) {
    try {
      return JsonMapper.shared().readTree(bytes(list));
    } catch (JacksonException e) {
      return JsonMapper.shared().createObjectNode();
    }
  }

  private static byte[] bytes(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
  }
}
