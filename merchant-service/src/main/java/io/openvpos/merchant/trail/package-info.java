/// The audit trail as people read it. What the records are is the audit's own business.
@NullMarked
package io.openvpos.merchant.trail;

import org.jspecify.annotations.NullMarked;
