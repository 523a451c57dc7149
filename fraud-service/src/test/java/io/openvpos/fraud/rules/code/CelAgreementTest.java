package io.openvpos.fraud.rules.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.openvpos.fraud.rules.code.Vocabulary.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Google's CEL as the oracle: what is a rule here means the same there, errors included.
class CelAgreementTest {

  private static final long SEED = Long.getLong("seed", 20_261_127L);
  private static final int RULES = 1_000;
  private static final int PAYMENTS = 6;
  private static final Subject.Lists LISTS = (list, value) -> value.equals("TR");

  private final CelCompiler compiler = compiler();
  private final CelRuntime runtime =
      CelRuntimeFactory.standardCelRuntimeBuilder()
          .addFunctionBindings(
              CelFunctionBinding.from(
                  "on_list_two",
                  String.class,
                  String.class,
                  (list, value) -> !value.isEmpty() && LISTS.has(0, value)))
          .build();
  private final Random random = new Random(SEED);

  @Test
  void everyRuleMeansWhatItMeansInCel() throws Exception {
    RandomRules rules = new RandomRules(SEED);
    int trues = 0;
    int stops = 0;
    for (int i = 0; i < RULES; i++) {
      RandomRules.Text text = rules.condition();
      if (text.ours().length() > 2_000) {
        continue;
      }
      CompiledRule rule = accepted(text.ours());
      CelAbstractSyntaxTree tree = compiler.compile(text.cel()).getAst();
      CelRuntime.Program program = runtime.createProgram(tree);
      for (int j = 0; j < PAYMENTS; j++) {
        Map<String, Object> values = values();
        String ours = ours(rule, values);
        assertThat(ours)
            .as("seed %d, %s of %s", SEED, text.ours(), values)
            .isEqualTo(cel(program, values));
        trues += ours.equals("true") ? 1 : 0;
        stops += ours.equals("stops") ? 1 : 0;
      }
    }
    assertThat(trues).isGreaterThan(RULES);
    assertThat(stops).isGreaterThan(RULES / 20);
  }

  private static CompiledRule accepted(String text) {
    CompiledRule.Reading reading = CompiledRule.read(text, vocabulary());
    assertThat(reading).as("seed %d, %s", SEED, text).isInstanceOf(CompiledRule.Accepted.class);
    return ((CompiledRule.Accepted) reading).rule();
  }

  private static String ours(CompiledRule rule, Map<String, Object> values) {
    List<String> names = new ArrayList<>(RandomRules.FLAGS);
    names.addAll(RandomRules.WHOLES);
    names.addAll(RandomRules.REALS);
    double[] numbers = new double[names.size()];
    for (int slot = 0; slot < numbers.length; slot++) {
      numbers[slot] =
          switch (Objects.requireNonNull(values.get(names.get(slot)))) {
            case Boolean flag -> flag ? 1 : 0;
            case Number number -> number.doubleValue();
            default -> throw new AssertionError(names.get(slot));
          };
    }
    String[] texts =
        RandomRules.TEXTS.stream()
            .map(name -> String.valueOf(values.get(name)))
            .toArray(String[]::new);
    try {
      return String.valueOf(rule.matches(new Subject(numbers, texts, LISTS)));
    } catch (RuleStopsException e) {
      return "stops";
    }
  }

  private static String cel(CelRuntime.Program program, Map<String, Object> values) {
    try {
      return String.valueOf(program.eval(values));
    } catch (CelEvaluationException e) {
      return "stops";
    }
  }

  private Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>();
    RandomRules.FLAGS.forEach(name -> values.put(name, random.nextBoolean()));
    RandomRules.WHOLES.forEach(name ->
        values.put(
            name, name.equals("far") ? random.nextLong(1L << 53) : (long) random.nextInt(-3, 60)));
    RandomRules.REALS.forEach(name -> values.put(name, random.nextInt(-8, 40) / 4.0));
    RandomRules.TEXTS.forEach(
        name -> values.put(name, List.of("", "TR", "DE", "çağ@ışık.test").get(random.nextInt(4))));
    return values;
  }

  static Vocabulary vocabulary() {
    List<Field> fields = new ArrayList<>();
    List<String> numbers = new ArrayList<>(RandomRules.FLAGS);
    numbers.addAll(RandomRules.WHOLES);
    numbers.addAll(RandomRules.REALS);
    for (int slot = 0; slot < numbers.size(); slot++) {
      fields.add(new Field(numbers.get(slot), type(numbers.get(slot)), slot, ""));
    }
    for (int slot = 0; slot < RandomRules.TEXTS.size(); slot++) {
      fields.add(new Field(RandomRules.TEXTS.get(slot), ValueType.STRING, slot, ""));
    }
    return new Vocabulary(fields, List.of("block_country"));
  }

  private static ValueType type(String name) {
    if (RandomRules.FLAGS.contains(name)) {
      return ValueType.BOOL;
    }
    return RandomRules.WHOLES.contains(name) ? ValueType.INT : ValueType.DOUBLE;
  }

  private static CelCompiler compiler() {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .addFunctionDeclarations(
                CelFunctionDecl.newFunctionDeclaration(
                    "on_list",
                    CelOverloadDecl.newGlobalOverload(
                        "on_list_two", SimpleType.BOOL, SimpleType.STRING, SimpleType.STRING)))
            .setResultType(SimpleType.BOOL);
    RandomRules.FLAGS.forEach(name -> builder.addVar(name, SimpleType.BOOL));
    RandomRules.WHOLES.forEach(name -> builder.addVar(name, SimpleType.INT));
    RandomRules.REALS.forEach(name -> builder.addVar(name, SimpleType.DOUBLE));
    RandomRules.TEXTS.forEach(name -> builder.addVar(name, SimpleType.STRING));
    return builder.build();
  }
}
