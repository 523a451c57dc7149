/// Tests of background work.
@NullMarked
package io.openvpos.messaging.task;

import org.jspecify.annotations.NullMarked;
