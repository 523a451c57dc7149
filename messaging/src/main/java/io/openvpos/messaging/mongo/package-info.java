/// Single-document atomicity over the reactive driver: insert once, and compare-and-set by exactly
/// `{_id, version}`. The one place where the driver's publishers are awaited.
@NullMarked
package io.openvpos.messaging.mongo;

import org.jspecify.annotations.NullMarked;
