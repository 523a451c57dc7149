package io.openvpos.authorization.issuer.iso8583;

import static org.assertj.core.api.Assertions.assertThat;

import com.solab.iso8583.IsoMessage;
import io.openvpos.authorization.fakes.Fuzz;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Whatever stands in a frame is a message of the dialect or garbage.
public final class DialectFuzzTest {

  private static final Dialect DIALECT = new Dialect();

  public static final Fuzz.Target MESSAGE =
      new Fuzz.Target(
          "iso8583",
          input -> {
            IsoMessage message = DIALECT.read(input);
            assertThat(Dialect.get(message, 11)).isNotNull();
            assertThat(Dialect.write(message)).hasSize(input.length);
          },
          e -> e instanceof IsoGarbageException && !String.valueOf(e).contains("4155650100416111"));

  public static final Fuzz.Target FRAMES =
      new Fuzz.Target(
          "iso8583",
          input -> {
            byte[] framed = Frames.frame(input);
            framed[1] = input.length > 3 ? input[3] : 0;
            new String(
                Frames.read(new DataInputStream(new ByteArrayInputStream(framed))),
                StandardCharsets.US_ASCII);
          },
          e ->
              e instanceof IsoGarbageException
                  || e instanceof EOFException
                  || e instanceof IllegalArgumentException);

  @Test
  void anyBytesAreAMessageOrGarbage() {
    MESSAGE.run();
  }

  @Test
  void anyBytesAreFramesOrGarbage() {
    FRAMES.run();
  }
}
