package io.openvpos.authorization.command;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.authorization.vault.BinTables;
import io.openvpos.authorization.vault.BinTables.Imported;
import io.openvpos.messaging.mongo.StoreConfiguration;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// `import-bins FILE`: makes a file the table of BINs; running instances use it within a minute.
///
/// See docs/bins.md.
public final class ImportBins {

  /// The first argument that asks for it.
  public static final String NAME = "import-bins";

  private static final int WRONG_USE = 2;

  private ImportBins() {}

  /// Runs it.
  ///
  /// @param args its name, the file, then settings as the service takes them
  /// @return the exit code: 1 if the file is not sound, and nothing was changed
  public static int run(String[] args, PrintStream out) {
    if (args.length < 2 || args[1].startsWith("--")) {
      out.println(NAME + " FILE [settings]");
      return WRONG_USE;
    }
    String text;
    try {
      text = Files.readString(Path.of(args[1]));
    } catch (IOException e) {
      out.println("The file cannot be read: " + e);
      return WRONG_USE;
    }
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(StoreConfiguration.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .properties("spring.config.name=authorization-service")
            .run(Arrays.copyOfRange(args, 2, args.length))) {
      MongoDatabase database = context.getBean(MongoDatabase.class);
      return told(BinTables.in(database, Clock.systemUTC()).store(text), out);
    }
  }

  private static int told(Imported imported, PrintStream out) {
    if (!imported.faults().isEmpty()) {
      imported.faults().forEach(out::println);
      out.println("Nothing was changed.");
      return 1;
    }
    out.println("version " + imported.version() + ": " + imported.ranges() + " ranges");
    return 0;
  }
}
