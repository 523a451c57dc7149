@NullMarked
package io.openvpos.messaging.day;

import org.jspecify.annotations.NullMarked;
