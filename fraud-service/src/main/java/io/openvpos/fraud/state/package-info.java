/// State as bytes: the few primitives that snapshots are made of. It must not know what is kept,
/// nor where.
@NullMarked
package io.openvpos.fraud.state;

import org.jspecify.annotations.NullMarked;
