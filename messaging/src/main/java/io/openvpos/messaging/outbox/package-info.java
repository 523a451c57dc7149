/// Events stored by the same compare-and-set as the state they tell of, sent in order afterwards.
/// Safe to run in any number of instances: a duplicate carries the same event id.
@NullMarked
package io.openvpos.messaging.outbox;

import org.jspecify.annotations.NullMarked;
