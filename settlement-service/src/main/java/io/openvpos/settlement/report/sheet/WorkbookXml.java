package io.openvpos.settlement.report.sheet;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/// The parts of a workbook beside its sheets.
final class WorkbookXml {

  private static final String DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String SHEET = "application/vnd.openxmlformats-officedocument.";
  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

  private WorkbookXml() {}

  static String sheetEntry(int number) {
    return "xl/worksheets/sheet" + number + ".xml";
  }

  /// @param sheets their names, in the order of their entries
  /// @param created what the file says of its creation
  static void write(ZipParts zip, List<String> sheets, LocalDate created) throws IOException {
    zip.put("xl/styles.xml", Look.xml());
    zip.put("xl/workbook.xml", workbook(sheets));
    zip.put("xl/_rels/workbook.xml.rels", workbookRelations(sheets.size()));
    zip.put("docProps/core.xml", properties(created));
    zip.put(
        "docProps/app.xml",
        DECLARATION
            + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
            + "extended-properties\"><Application>open-vpos</Application></Properties>");
    zip.put(
        "_rels/.rels",
        relations(
            relation(1, RELATION + "/officeDocument", "xl/workbook.xml")
                + relation(
                    2, PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml")
                + relation(3, RELATION + "/extended-properties", "docProps/app.xml")));
    zip.put("[Content_Types].xml", types(sheets.size()));
  }

  private static String workbook(List<String> sheets) {
    StringBuilder xml = new StringBuilder(DECLARATION);
    xml.append("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"");
    xml.append(" xmlns:r=\"").append(RELATION).append("\"><bookViews><workbookView/></bookViews>");
    xml.append("<sheets>");
    for (int number = 1; number <= sheets.size(); number++) {
      xml.append("<sheet name=\"");
      SheetXml.escaped(xml, sheets.get(number - 1));
      xml.append("\" sheetId=\"").append(number).append("\" r:id=\"rId").append(number);
      xml.append("\"/>");
    }
    return xml.append("</sheets><calcPr calcId=\"0\" fullCalcOnLoad=\"1\"/></workbook>").toString();
  }

  private static String workbookRelations(int sheets) {
    StringBuilder xml = new StringBuilder();
    for (int number = 1; number <= sheets; number++) {
      String target = sheetEntry(number).substring("xl/".length());
      xml.append(relation(number, RELATION + "/worksheet", target));
    }
    return relations(
        xml.append(relation(sheets + 1, RELATION + "/styles", "styles.xml")).toString());
  }

  private static String relations(String content) {
    return DECLARATION
        + "<Relationships xmlns=\""
        + PACKAGE
        + "relationships\">"
        + content
        + "</Relationships>";
  }

  private static String relation(int number, String type, String target) {
    return "<Relationship Id=\"rId%d\" Type=\"%s\" Target=\"%s\"/>".formatted(number, type, target);
  }

  private static String properties(LocalDate created) {
    return DECLARATION
        + "<cp:coreProperties xmlns:cp=\""
        + PACKAGE
        + "metadata/core-properties\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
        + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">"
        + created
        + "T00:00:00Z</dcterms:created></cp:coreProperties>";
  }

  private static String types(int sheets) {
    StringBuilder xml = new StringBuilder(DECLARATION);
    xml.append("<Types xmlns=\"").append(PACKAGE).append("content-types\">");
    xml.append("<Default Extension=\"rels\" ContentType=\"");
    xml.append("application/vnd.openxmlformats-package.relationships+xml\"/>");
    xml.append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    type(xml, "xl/workbook.xml", SHEET + "spreadsheetml.sheet.main+xml");
    type(xml, "xl/styles.xml", SHEET + "spreadsheetml.styles+xml");
    for (int number = 1; number <= sheets; number++) {
      type(xml, sheetEntry(number), SHEET + "spreadsheetml.worksheet+xml");
    }
    type(xml, "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    type(xml, "docProps/app.xml", SHEET + "extended-properties+xml");
    return xml.append("</Types>").toString();
  }

  private static void type(StringBuilder xml, String part, String type) {
    xml.append("<Override PartName=\"/").append(part).append("\" ContentType=\"");
    xml.append(type).append("\"/>");
  }
}
