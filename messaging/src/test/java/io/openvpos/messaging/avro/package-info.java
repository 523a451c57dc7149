@NullMarked
package io.openvpos.messaging.avro;

import org.jspecify.annotations.NullMarked;
