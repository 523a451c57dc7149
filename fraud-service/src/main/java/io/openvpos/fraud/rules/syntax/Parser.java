package io.openvpos.fraud.rules.syntax;

import io.openvpos.fraud.rules.syntax.Expression.Binary;
import io.openvpos.fraud.rules.syntax.Expression.Call;
import io.openvpos.fraud.rules.syntax.Expression.Choice;
import io.openvpos.fraud.rules.syntax.Expression.Literal;
import io.openvpos.fraud.rules.syntax.Expression.Membership;
import io.openvpos.fraud.rules.syntax.Expression.Name;
import io.openvpos.fraud.rules.syntax.Expression.Unary;
import io.openvpos.fraud.rules.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes the tree of a rule by the grammar of CEL (the Common Expression Language), of which rules
/// are a subset: what is read here means the same there.
public final class Parser {

  /// Longer is not a rule but a programme.
  public static final int MAX_CHARACTERS = 2_000;

  private static final int MAX_DEPTH = 32;
  private static final Set<String> EQUALITIES = Set.of("==", "!=", "<", "<=", ">", ">=");

  private final List<Token> tokens;
  private int next;
  private int depth;

  private Parser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /// The whole text as one expression.
  public static Expression parse(String text) throws FaultException {
    Place start = new Place(1, 1);
    if (text.length() > MAX_CHARACTERS) {
      throw FaultException.at(start, "rule_too_long", MAX_CHARACTERS);
    }
    if (text.isBlank()) {
      throw FaultException.at(start, "rule_empty");
    }
    Parser parser = new Parser(Lexer.read(text));
    Expression whole = parser.choice();
    if (parser.token().kind() != Kind.END) {
      throw parser.unexpected();
    }
    return whole;
  }

  private Expression choice() throws FaultException {
    if (++depth > MAX_DEPTH) {
      throw FaultException.at(token().place(), "rule_too_deep", MAX_DEPTH);
    }
    Expression condition = or();
    Place place = token().place();
    if (taken("?")) {
      Expression yes = or();
      require(":");
      condition = new Choice(place, condition, yes, choice());
    }
    depth--;
    return condition;
  }

  private Expression or() throws FaultException {
    Expression left = and();
    while (token().is("||")) {
      Token sign = take();
      left = new Binary(sign.place(), sign.text(), left, and());
    }
    return left;
  }

  private Expression and() throws FaultException {
    Expression left = relation();
    while (token().is("&&")) {
      Token sign = take();
      left = new Binary(sign.place(), sign.text(), left, relation());
    }
    return left;
  }

  private Expression relation() throws FaultException {
    Expression left = sum();
    while (true) {
      if (token().isWord("in")) {
        left = new Membership(take().place(), left, members());
      } else if (token().kind() == Kind.SIGN && EQUALITIES.contains(token().text())) {
        Token sign = take();
        left = new Binary(sign.place(), sign.text(), left, sum());
      } else {
        return left;
      }
    }
  }

  private Expression sum() throws FaultException {
    Expression left = product();
    while (token().is("+") || token().is("-")) {
      Token sign = take();
      left = new Binary(sign.place(), sign.text(), left, product());
    }
    return left;
  }

  private Expression product() throws FaultException {
    Expression left = unary();
    while (token().is("*") || token().is("/")) {
      Token sign = take();
      left = new Binary(sign.place(), sign.text(), left, unary());
    }
    return left;
  }

  /// Signs of one kind in a row; `!-` is no expression of CEL.
  private Expression unary() throws FaultException {
    List<Token> signs = new ArrayList<>();
    while (token().is("!") || token().is("-")) {
      if (!signs.isEmpty() && !signs.getFirst().text().equals(token().text())) {
        throw unexpected();
      }
      signs.add(take());
      if (signs.size() > MAX_DEPTH) {
        throw FaultException.at(token().place(), "rule_too_deep", MAX_DEPTH);
      }
    }
    boolean negative = !signs.isEmpty() && signs.getLast().is("-") && isNumber();
    Expression operand = negative ? number(signs.removeLast()) : member();
    for (Token sign : signs.reversed()) {
      operand = new Unary(sign.place(), sign.text(), operand);
    }
    return operand;
  }

  private Expression member() throws FaultException {
    Expression target = primary();
    while (taken(".")) {
      if (token().kind() != Kind.NAME) {
        throw unexpected();
      }
      Token name = take();
      require("(");
      target = new Call(name.place(), name.text(), target, arguments());
    }
    return target;
  }

  private Expression primary() throws FaultException {
    Token token = token();
    return switch (token.kind()) {
      case WHOLE, REAL -> number(null);
      case TEXT -> new Literal(take().place(), token.text());
      case NAME -> named();
      case SIGN -> inner();
      case END -> throw unexpected();
    };
  }

  private Expression inner() throws FaultException {
    if (!taken("(")) {
      throw unexpected();
    }
    Expression inner = choice();
    require(")");
    return inner;
  }

  private Expression named() throws FaultException {
    Token name = take();
    return switch (name.text()) {
      case "true" -> new Literal(name.place(), true);
      case "false" -> new Literal(name.place(), false);
      case "in" -> {
        next--;
        throw unexpected();
      }
      default ->
          taken("(")
              ? new Call(name.place(), name.text(), null, arguments())
              : new Name(name.place(), name.text());
    };
  }

  private List<Expression> arguments() throws FaultException {
    List<Expression> arguments = new ArrayList<>();
    while (!taken(")")) {
      if (!arguments.isEmpty()) {
        require(",");
      }
      arguments.add(choice());
    }
    return arguments;
  }

  private List<Literal> members() throws FaultException {
    require("[");
    List<Literal> members = new ArrayList<>();
    while (members.isEmpty() || !taken("]")) {
      if (!members.isEmpty()) {
        require(",");
      }
      Token sign = token();
      Expression member = taken("-") && isNumber() ? number(sign) : primary();
      if (!(member instanceof Literal literal)) {
        throw FaultException.at(member.place(), "rule_list_of_literals");
      }
      members.add(literal);
    }
    return members;
  }

  private Literal number(@Nullable Token minus) throws FaultException {
    Token number = take();
    String text = minus == null ? number.text() : "-" + number.text();
    Place place = minus == null ? number.place() : minus.place();
    try {
      if (number.kind() == Kind.WHOLE) {
        return new Literal(place, Long.valueOf(text));
      }
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return new Literal(place, value);
      }
    } catch (NumberFormatException tooLarge) {
      throw FaultException.at(place, "rule_bad_number", text);
    }
    throw FaultException.at(place, "rule_bad_number", text);
  }

  private boolean isNumber() {
    return token().kind() == Kind.WHOLE || token().kind() == Kind.REAL;
  }

  private Token token() {
    return tokens.get(next);
  }

  private Token take() {
    Token taken = tokens.get(next);
    if (taken.kind() != Kind.END) {
      next++;
    }
    return taken;
  }

  private boolean taken(String sign) {
    boolean there = token().is(sign);
    next += there ? 1 : 0;
    return there;
  }

  private void require(String sign) throws FaultException {
    if (!taken(sign)) {
      throw token().kind() == Kind.END
          ? FaultException.at(token().place(), "rule_ends_early", sign)
          : FaultException.at(token().place(), "rule_expected", sign, token().text());
    }
  }

  private FaultException unexpected() {
    return token().kind() == Kind.END
        ? FaultException.at(token().place(), "rule_ends_early", "…")
        : FaultException.at(token().place(), "rule_unexpected", token().text());
  }
}
