@NullMarked
package io.openvpos.messaging.access;

import org.jspecify.annotations.NullMarked;
