package io.openvpos.fraud.rules.code;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Random conditions, each written twice: as an analyst may write it, and for CEL, which wants to
/// be told where a whole number is taken for a double.
final class RandomRules {

  static final List<String> FLAGS = List.of("foreign", "night");
  static final List<String> WHOLES = List.of("count", "score", "far");
  static final List<String> REALS = List.of("ratio", "age");
  static final List<String> TEXTS = List.of("country", "email");

  private static final List<String> WORDS =
      List.of("''", "\"TR\"", "'DE'", "\"çağ@ışık.test\"", "'\\u0131\\n\\\\'", "\"@\"");

  private final Random random;

  RandomRules(long seed) {
    random = new Random(seed);
  }

  /// @param cel the same for CEL
  record Text(String ours, String cel) {

    static Text same(String text) {
      return new Text(text, text);
    }
  }

  Text condition() {
    return flag(5);
  }

  private Text flag(int depth) {
    if (depth == 0) {
      return random.nextInt(4) == 0
          ? Text.same(random.nextBoolean() ? "true" : "false")
          : Text.same(any(FLAGS));
    }
    return switch (random.nextInt(12)) {
      case 0 -> around("!(", flag(depth - 1), ")");
      case 1, 2 -> pair(flag(depth - 1), "&&", flag(depth - 1));
      case 3, 4 -> pair(flag(depth - 1), "||", flag(depth - 1));
      case 5 -> choice(flag(depth - 1), flag(depth - 1), flag(depth - 1));
      case 6 -> pair(whole(depth - 1), comparison(), whole(depth - 1));
      case 7 -> mixed(depth, comparison());
      case 8 -> pair(text(depth - 1), random.nextBoolean() ? "==" : "!=", text(depth - 1));
      case 9 -> in(depth);
      case 10 -> textCall(depth);
      default -> pair(flag(depth - 1), random.nextBoolean() ? "==" : "!=", flag(depth - 1));
    };
  }

  private Text whole(int depth) {
    if (depth == 0) {
      return Text.same(
          random.nextBoolean()
              ? any(WHOLES)
              : any(List.of("0", "1", "-1", "7", "9223372036854775807", "-9223372036854775808")));
    }
    return switch (random.nextInt(7)) {
      case 0 -> pair(whole(depth - 1), "+", whole(depth - 1));
      case 1 -> pair(whole(depth - 1), "-", whole(depth - 1));
      case 2 -> pair(whole(depth - 1), "*", whole(depth - 1));
      case 3 -> pair(whole(depth - 1), "/", whole(depth - 1));
      case 4 -> around("-(", whole(depth - 1), ")");
      case 5 -> choice(flag(depth - 1), whole(depth - 1), whole(depth - 1));
      default ->
          random.nextBoolean()
              ? around("size(", text(depth - 1), ")")
              : around("int(", real(depth - 1), ")");
    };
  }

  private Text real(int depth) {
    if (depth == 0) {
      return Text.same(
          random.nextBoolean() ? any(REALS) : any(List.of("0.0", "1.5", "-2.25", ".5", "1e3")));
    }
    return switch (random.nextInt(4)) {
      case 0 -> mixed(depth, any(List.of("+", "-", "*")));
      case 1 -> pair(real(depth - 1), any(List.of("+", "-", "*", "/")), real(depth - 1));
      case 2 -> around("-(", real(depth - 1), ")");
      default -> choice(flag(depth - 1), real(depth - 1), real(depth - 1));
    };
  }

  private Text text(int depth) {
    if (depth == 0 || random.nextInt(3) > 0) {
      return Text.same(random.nextBoolean() ? any(TEXTS) : any(WORDS));
    }
    return choice(flag(depth - 1), text(depth - 1), text(depth - 1));
  }

  private Text mixed(int depth, String sign) {
    Text whole = whole(depth - 1);
    Text widened = new Text(whole.ours(), "double(" + whole.cel() + ")");
    Text real = sign.endsWith("=") ? unsigned(real(depth - 1)) : real(depth - 1);
    return random.nextBoolean() ? pair(widened, sign, real) : pair(real, sign, widened);
  }

  /// The oracle holds −0.0 and 0.0 for different where it compares objects; CEL's definition and
  /// this language follow IEEE 754. So none is compared for equality.
  private static Text unsigned(Text real) {
    return around("(", real, " + 0.0)");
  }

  private Text in(int depth) {
    return switch (random.nextInt(3)) {
      case 0 -> member(text(depth - 1), WORDS);
      case 1 -> member(whole(depth - 1), List.of("0", "-1", "7", "42"));
      default -> member(unsigned(real(depth - 1)), List.of("0.0", "-2.25", "1.5"));
    };
  }

  private Text member(Text value, List<String> among) {
    String members =
        IntStream.rangeClosed(0, random.nextInt(3))
            .mapToObj(i -> any(among))
            .collect(Collectors.joining(", ", " in [", "])"));
    return around("((", value, ")" + members);
  }

  private Text textCall(int depth) {
    Text target = text(depth - 1);
    Text part = text(depth - 1);
    if (random.nextInt(4) == 0) {
      return around("on_list('block_country', ", target, ")");
    }
    String call = any(List.of("startsWith", "endsWith", "contains"));
    return new Text(
        "(" + target.ours() + ")." + call + "(" + part.ours() + ")",
        "(" + target.cel() + ")." + call + "(" + part.cel() + ")");
  }

  private String comparison() {
    return any(List.of("==", "!=", "<", "<=", ">", ">="));
  }

  private static Text choice(Text condition, Text yes, Text no) {
    return new Text(
        "(" + condition.ours() + " ? " + yes.ours() + " : " + no.ours() + ")",
        "(" + condition.cel() + " ? " + yes.cel() + " : " + no.cel() + ")");
  }

  /// Without parentheses where CEL's own precedence is to be met.
  private Text pair(Text left, String sign, Text right) {
    boolean bare = random.nextInt(3) == 0 && (sign.equals("&&") || sign.equals("||"));
    String open = bare ? "" : "(";
    String close = bare ? "" : ")";
    return new Text(
        open + left.ours() + " " + sign + " " + right.ours() + close,
        open + left.cel() + " " + sign + " " + right.cel() + close);
  }

  private static Text around(String before, Text text, String after) {
    return new Text(before + text.ours() + after, before + text.cel() + after);
  }

  private String any(List<String> among) {
    return among.get(random.nextInt(among.size()));
  }
}
