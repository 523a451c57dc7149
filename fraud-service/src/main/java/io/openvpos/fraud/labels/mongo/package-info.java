/// Labels as documents of the collection `labels`.
@NullMarked
package io.openvpos.fraud.labels.mongo;

import org.jspecify.annotations.NullMarked;
