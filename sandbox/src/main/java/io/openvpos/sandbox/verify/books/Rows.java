package io.openvpos.sandbox.verify.books;

import java.util.function.Consumer;

/// Rows that are passed over one by one; there may be far more than fit into memory.
@FunctionalInterface
public interface Rows<T> {

  void forEach(Consumer<T> each);
}
