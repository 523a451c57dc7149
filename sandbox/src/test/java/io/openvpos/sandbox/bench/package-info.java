/// The arithmetic of the benchmark: when arrivals are due, what counts as latency, which cards pay.
/// Nothing here measures time.
@NullMarked
package io.openvpos.sandbox.bench;

import org.jspecify.annotations.NullMarked;
