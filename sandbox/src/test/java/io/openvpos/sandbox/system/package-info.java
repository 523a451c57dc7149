/// The whole platform over HTTP and Kafka: real broker, real store protocol, real sockets. One
/// platform serves all classes; each class has shops of its own.
@NullMarked
package io.openvpos.sandbox.system;

import org.jspecify.annotations.NullMarked;
