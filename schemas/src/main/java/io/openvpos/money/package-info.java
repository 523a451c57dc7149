/// Exact money. The one domain type that every service shares; it knows nothing of Avro, storage or
/// HTTP.
@NullMarked
package io.openvpos.money;

import org.jspecify.annotations.NullMarked;
