package io.openvpos.schemas;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/// Every record of the published language, by full name.
final class PublishedLanguage {

  private PublishedLanguage() {}

  static Map<String, Schema> records() {
    Map<String, Schema> records = new TreeMap<>();
    for (JavaClass each : new ClassFileImporter().importPackages("io.openvpos.schemas")) {
      if (each.isAssignableTo(SpecificRecordBase.class)) {
        records.put(each.getFullName(), SpecificData.get().getSchema(each.reflect()));
      }
    }
    return records;
  }
}
