@NullMarked
package io.openvpos.messaging;

import org.jspecify.annotations.NullMarked;
