/// fraud-service from question to answer over the broker, at a fixed rate. It knows the service
/// only by its topics.
@NullMarked
package io.openvpos.sandbox.bench.assess;

import org.jspecify.annotations.NullMarked;
