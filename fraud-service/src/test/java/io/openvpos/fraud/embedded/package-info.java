/// The infrastructure that a test of the whole service runs on: a real broker, a MongoDB stand-in,
/// a schema registry and the staff keys of merchant-service.
@NullMarked
package io.openvpos.fraud.embedded;

import org.jspecify.annotations.NullMarked;
