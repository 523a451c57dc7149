/// The benchmark of docs/benchmarks.md: an open-loop load of automatic sales on a platform of its
/// own, beside the bare rate of the store it stands on. It sees the platform as shops do, over
/// HTTP; only the store is also driven directly, to have something to compare with.
@NullMarked
package io.openvpos.sandbox.bench;

import org.jspecify.annotations.NullMarked;
