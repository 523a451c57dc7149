/// The sandbox's MongoDB stand-in: mongo-java-server on an MVStore file that answers only what is
/// already in the file. It owns the group commit, the page format and compaction. It knows nothing
/// of payments, Kafka or Spring, and services reach it only through a connection string.
@NullMarked
package io.openvpos.sandbox.store;

import org.jspecify.annotations.NullMarked;
