@NullMarked
package io.openvpos.messaging.mongo;

import org.jspecify.annotations.NullMarked;
