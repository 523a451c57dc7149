package io.openvpos.merchant.statement.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/// Bodies that are written while they are sent, as fast as the reader takes them.
final class Bodies {

  private static final int CHUNK = 64 * 1024;

  private Bodies() {}

  static Flux<DataBuffer> of(Supplier<Iterator<byte[]>> pieces) {
    Iterable<byte[]> once = pieces::get;
    return Flux.fromIterable(once)
        .filter(piece -> piece.length > 0)
        .<DataBuffer>map(DefaultDataBufferFactory.sharedInstance::wrap)
        .subscribeOn(Schedulers.boundedElastic());
  }

  /// By way of a file that is gone afterwards, whatever becomes of the reader.
  static Flux<DataBuffer> ofFile(Consumer<Path> write) {
    Path file = temporary();
    boolean written = false;
    try {
      write.accept(file);
      written = true;
    } finally {
      if (!written) {
        delete(file);
      }
    }
    return DataBufferUtils.read(file, DefaultDataBufferFactory.sharedInstance, CHUNK)
        .doFinally(_ -> delete(file));
  }

  private static Path temporary() {
    try {
      return Files.createTempFile("statement", ".pdf");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
