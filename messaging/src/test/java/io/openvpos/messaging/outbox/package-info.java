@NullMarked
package io.openvpos.messaging.outbox;

import org.jspecify.annotations.NullMarked;
