package io.openvpos.settlement.report.sheet;

/// How cells look: their places in the workbook's list of styles.
final class Look {

  static final int PLAIN = 0;
  static final int HEADING = 1;
  static final int DAY = 2;
  static final int MOMENT = 3;
  static final int STRONG = 4;

  private static final int AMOUNT = 5;
  private static final int MOST_DIGITS = 4;
  private static final int FIRST_FORMAT = 164;

  private Look() {}

  /// @param digits decimals of the currency
  static int amount(int digits) {
    return AMOUNT + Math.min(digits, MOST_DIGITS);
  }

  static int strongAmount(int digits) {
    return amount(digits) + MOST_DIGITS + 1;
  }

  /// The list of styles.
  static String xml() {
    StringBuilder xml =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
            <numFmts count="7"><numFmt numFmtId="164" formatCode="dd.mm.yyyy"/>\
            <numFmt numFmtId="165" formatCode="dd.mm.yyyy hh:mm:ss"/>\
            """);
    for (int digits = 0; digits <= MOST_DIGITS; digits++) {
      String decimals = digits == 0 ? "" : "." + "0".repeat(digits);
      xml.append("<numFmt numFmtId=\"").append(format(digits));
      xml.append("\" formatCode=\"#,##0").append(decimals).append("\"/>");
    }
    xml.append(
        """
        </numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
        <font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
        <fills count="3"><fill><patternFill patternType="none"/></fill>\
        <fill><patternFill patternType="gray125"/></fill>\
        <fill><patternFill patternType="solid"><fgColor rgb="FFDDE3EA"/></patternFill></fill>\
        </fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border>\
        </borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>\
        </cellStyleXfs><cellXfs count="15">\
        """);
    style(xml, 0, 0, 0);
    style(xml, 0, 1, 2);
    style(xml, FIRST_FORMAT, 0, 0);
    style(xml, FIRST_FORMAT + 1, 0, 0);
    style(xml, 0, 1, 0);
    for (int font = 0; font <= 1; font++) {
      for (int digits = 0; digits <= MOST_DIGITS; digits++) {
        style(xml, format(digits), font, 0);
      }
    }
    return xml.append("</cellXfs></styleSheet>").toString();
  }

  private static int format(int digits) {
    return FIRST_FORMAT + 2 + digits;
  }

  private static void style(StringBuilder xml, int format, int font, int fill) {
    xml.append("<xf numFmtId=\"").append(format).append("\" fontId=\"").append(font);
    xml.append("\" fillId=\"").append(fill).append("\" borderId=\"0\" xfId=\"0\"");
    xml.append(" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\"/>");
  }
}
