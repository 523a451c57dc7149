/// What became known of payments after they were judged: fraud or not, from whom, and since when.
/// It owns the collection `labels`. It must not know how labels are used.
@NullMarked
package io.openvpos.fraud.labels;

import org.jspecify.annotations.NullMarked;
