package io.openvpos.sandbox.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import io.openvpos.sandbox.house.SourceTree.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// The functions of source files, by the compiler's own parser.
final class Functions {

  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  private Functions() {}

  record Function(String file, String name, long firstLine, long lines) {}

  /// All in one task: to make one costs far more than to parse a file.
  static List<Function> of(List<Source> sources) {
    List<Text> texts = sources.stream().map(Text::new).toList();
    JavacTask task =
        (JavacTask) COMPILER.getTask(null, null, null, List.of("-proc:none"), null, texts);
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    List<Function> functions = new ArrayList<>();
    try {
      for (CompilationUnitTree unit : task.parse()) {
        unit.accept(new Collector(unit, positions, functions), null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return functions;
  }

  private static final class Collector extends TreeScanner<@Nullable Object, @Nullable Object> {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Function> found;

    Collector(CompilationUnitTree unit, SourcePositions positions, List<Function> found) {
      this.unit = unit;
      this.positions = positions;
      this.found = found;
    }

    @Override
    public @Nullable Object visitMethod(MethodTree method, @Nullable Object nothing) {
      LineMap map = unit.getLineMap();
      long start = positions.getStartPosition(unit, method);
      long end = positions.getEndPosition(unit, method);
      if (start >= 0 && end >= 0) {
        long first = map.getLineNumber(start);
        long lines = map.getLineNumber(end) - first + 1;
        String file = unit.getSourceFile().getName();
        found.add(new Function(file, method.getName().toString(), first, lines));
      }
      return super.visitMethod(method, nothing);
    }
  }

  private static final class Text extends SimpleJavaFileObject {

    private final String text;

    Text(Source source) {
      super(URI.create("string:///" + source), JavaFileObject.Kind.SOURCE);
      text = source.text();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
