/// Reads a real store, broker, registry and files.
@NullMarked
package io.openvpos.sandbox.verify.reading;

import org.jspecify.annotations.NullMarked;
