/// Where outcomes are kept.
@NullMarked
package io.openvpos.fraud.outcomes.mongo;

import org.jspecify.annotations.NullMarked;
