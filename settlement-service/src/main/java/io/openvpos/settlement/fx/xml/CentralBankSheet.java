package io.openvpos.settlement.fx.xml;

import io.openvpos.settlement.fx.domain.Rate;
import io.openvpos.settlement.fx.domain.RateSheet;
import io.openvpos.settlement.fx.xml.RefusedSheetException.Fault;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The daily file of the central bank (`Tarih_Date`, one `Currency` each). Only the currencies of
/// the platform are read; no document type and no entity is, wherever it points. Everything wrong
/// is told at once.
public final class CentralBankSheet {

  /// What the platform takes besides lira.
  public static final Set<String> CURRENCIES = Set.of("EUR", "GBP", "USD");

  /// The real file has 22 currencies, and names of some thirty letters.
  private static final int MOST_CURRENCIES = 200;

  private static final int MOST_LETTERS = 200;
  private static final int MOST_DEPTH = 4;

  private static final Pattern PRICE = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,8})?");
  private static final Pattern UNIT = Pattern.compile("[1-9][0-9]{0,5}");
  private static final DateTimeFormatter TURKISH = strict("dd.MM.uuuu");
  private static final DateTimeFormatter AMERICAN = strict("MM/dd/uuuu");

  private static final String ROOT = "Tarih_Date";

  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, Rate> rates = new TreeMap<>();
  private @Nullable LocalDate date;
  private String bulletin = "";
  private int currencies;

  private CentralBankSheet() {}

  public static RateSheet read(byte[] xml) {
    CentralBankSheet sheet = new CentralBankSheet();
    try {
      sheet.read(reader(xml));
    } catch (XMLStreamException malformed) {
      throw new RefusedSheetException(List.of(new Fault("/", "malformed_xml")));
    }
    for (String currency : CURRENCIES.stream().sorted().toList()) {
      if (!sheet.rates.containsKey(currency) && sheet.faults.isEmpty()) {
        sheet.faults.add(new Fault("/" + ROOT + "/Currency", "currency_missing"));
      }
    }
    if (!sheet.faults.isEmpty()) {
      throw new RefusedSheetException(sheet.faults);
    }
    return new RateSheet(Objects.requireNonNull(sheet.date), sheet.bulletin, sheet.rates);
  }

  private static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory.createXMLStreamReader(new ByteArrayInputStream(xml));
  }

  private void read(XMLStreamReader reader) throws XMLStreamException {
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD -> throw new XMLStreamException("a document type");
        case XMLStreamConstants.START_ELEMENT -> root(reader);
        default -> {
          // Comments, style sheets, white space.
        }
      }
    }
  }

  private void root(XMLStreamReader reader) throws XMLStreamException {
    if (!reader.getLocalName().equals(ROOT)) {
      throw new XMLStreamException("not " + ROOT);
    }
    head(reader);
    while (reader.next() != XMLStreamConstants.END_ELEMENT) {
      if (reader.isStartElement()) {
        if (++currencies > MOST_CURRENCIES || !reader.getLocalName().equals("Currency")) {
          throw new XMLStreamException("more than currencies");
        }
        currency(reader, "/" + ROOT + "/Currency/" + (currencies - 1));
      }
    }
  }

  private void head(XMLStreamReader reader) {
    date = date(reader.getAttributeValue(null, "Tarih"), TURKISH, "/" + ROOT + "/@Tarih");
    String american = reader.getAttributeValue(null, "Date");
    if (american != null) {
      LocalDate again = date(american, AMERICAN, "/" + ROOT + "/@Date");
      check(
          again == null || date == null || again.equals(date),
          "/" + ROOT + "/@Date",
          "dates_differ");
    }
    String number = reader.getAttributeValue(null, "Bulten_No");
    bulletin = number == null ? "" : number.strip();
    check(bulletin.length() <= MOST_LETTERS, "/" + ROOT + "/@Bulten_No", "too_long");
  }

  private @Nullable LocalDate date(
      @Nullable String text, DateTimeFormatter format, String pointer) {
    if (text == null) {
      faults.add(new Fault(pointer, "required"));
      return null;
    }
    try {
      return LocalDate.parse(text.strip(), format);
    } catch (DateTimeParseException malformed) {
      faults.add(new Fault(pointer, "invalid_format"));
      return null;
    }
  }

  private void currency(XMLStreamReader reader, String pointer) throws XMLStreamException {
    String code = Objects.requireNonNullElse(reader.getAttributeValue(null, "CurrencyCode"), "");
    Map<String, String> fields = new TreeMap<>();
    while (reader.next() != XMLStreamConstants.END_ELEMENT) {
      if (reader.isStartElement()) {
        fields.put(reader.getLocalName(), text(reader, 0));
      }
    }
    if (CURRENCIES.contains(code)) {
      check(!rates.containsKey(code), pointer + "/@CurrencyCode", "duplicate_currency");
      rate(code, fields, pointer);
    }
  }

  private void rate(String code, Map<String, String> fields, String pointer) {
    String unit = fields.getOrDefault("Unit", "");
    check(UNIT.matcher(unit).matches(), pointer + "/Unit", unit.isEmpty() ? "required" : "invalid");
    BigDecimal buying = price(fields, "ForexBuying", pointer);
    BigDecimal selling = price(fields, "ForexSelling", pointer);
    if (buying == null || selling == null || !UNIT.matcher(unit).matches()) {
      return;
    }
    boolean inOrder = selling.compareTo(buying) >= 0;
    check(inOrder, pointer + "/ForexSelling", "below_buying");
    if (inOrder) {
      rates.putIfAbsent(code, new Rate(code, Integer.parseInt(unit), buying, selling));
    }
  }

  private @Nullable BigDecimal price(Map<String, String> fields, String field, String pointer) {
    String text = fields.getOrDefault(field, "");
    if (text.isEmpty()) {
      faults.add(new Fault(pointer + "/" + field, "required"));
      return null;
    }
    BigDecimal price = PRICE.matcher(text).matches() ? new BigDecimal(text) : BigDecimal.ZERO;
    if (price.signum() == 0) {
      faults.add(new Fault(pointer + "/" + field, "invalid"));
      return null;
    }
    return price;
  }

  /// The text of an element to its end, without what stands in elements beneath it.
  private static String text(XMLStreamReader reader, int depth) throws XMLStreamException {
    if (depth > MOST_DEPTH) {
      throw new XMLStreamException("too deep");
    }
    StringBuilder text = new StringBuilder();
    for (int event = reader.next();
        event != XMLStreamConstants.END_ELEMENT;
        event = reader.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        text(reader, depth + 1);
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        text.append(reader.getText());
      } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new XMLStreamException("an entity");
      }
      if (text.length() > MOST_LETTERS) {
        throw new XMLStreamException("too long");
      }
    }
    return text.toString().strip();
  }

  private void check(boolean holds, String pointer, String code) {
    if (!holds) {
      faults.add(new Fault(pointer, code));
    }
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
