/// The audit trail for those who may read it.
@NullMarked
package io.openvpos.merchant.audit.http;

import org.jspecify.annotations.NullMarked;
