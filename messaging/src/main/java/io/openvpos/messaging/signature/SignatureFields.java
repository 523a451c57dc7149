package io.openvpos.messaging.signature;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/// `Signature-Input` and `Signature` of one signature, in the one form that RFC 8941 gives them
/// when it writes them. Other forms of the same are not taken: what is verified is then the text as
/// sent.
///
/// @param components what is covered, in order
/// @param covered the components and parameters as sent: the last line of what is signed
/// @param parameters by name; texts without their quotation marks
/// @param signature in Base64
record SignatureFields(
    List<String> components, String covered, Map<String, String> parameters, String signature) {

  static final String INPUT = "Signature-Input";
  static final String SIGNATURE = "Signature";

  private static final String LABEL = "([a-z*][a-z0-9_.*-]{0,40})";
  private static final String NAME = "[a-z][a-z0-9_-]{0,20}";
  private static final String VALUE = "(?:[0-9]{1,12}|\"[ !#-\\[\\]-~]{0,200}\")";
  private static final String COMPONENT = "\"@?[a-z0-9-]{1,60}\"";

  /// Nothing here may be repeated without end, for headers are long.
  private static final Pattern INPUT_FORM =
      Pattern.compile(
          LABEL
              + "=(\\(("
              + COMPONENT
              + "(?: "
              + COMPONENT
              + "){0,15}+)\\)((?:;"
              + NAME
              + "="
              + VALUE
              + "){0,8}+))");

  private static final Pattern ONE_PARAMETER = Pattern.compile(";(" + NAME + ")=(" + VALUE + ")");

  /// 64 bytes.
  private static final Pattern SIGNATURE_FORM = Pattern.compile(LABEL + "=:([A-Za-z0-9+/]{86}==):");

  SignatureFields {
    components = List.copyOf(components);
    parameters = Map.copyOf(parameters);
  }

  static boolean areIn(HttpHeaders headers) {
    return headers.containsHeader(INPUT) && headers.containsHeader(SIGNATURE);
  }

  /// Empty if they are of another form, or of more signatures than one.
  static Optional<SignatureFields> read(HttpHeaders headers) {
    Matcher input = INPUT_FORM.matcher(only(headers, INPUT));
    Matcher signature = SIGNATURE_FORM.matcher(only(headers, SIGNATURE));
    if (!input.matches() || !signature.matches() || !input.group(1).equals(signature.group(1))) {
      return Optional.empty();
    }
    List<String> components =
        Arrays.stream(input.group(3).split(" ", -1))
            .map(quoted -> quoted.substring(1, quoted.length() - 1))
            .toList();
    Map<String, String> parameters = new HashMap<>();
    Matcher each = ONE_PARAMETER.matcher(input.group(4));
    while (each.find()) {
      String value = each.group(2);
      String bare = value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
      if (parameters.put(each.group(1), bare) != null) {
        return Optional.empty();
      }
    }
    return components.stream().distinct().count() < components.size()
        ? Optional.empty()
        : Optional.of(
            new SignatureFields(components, input.group(2), parameters, signature.group(2)));
  }

  private static String only(HttpHeaders headers, String name) {
    List<String> values = headers.getOrEmpty(name);
    return values.size() == 1 ? values.getFirst().strip() : "";
  }
}
