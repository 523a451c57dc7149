/// Users and the signing key as documents.
@NullMarked
package io.openvpos.merchant.staff.mongo;

import org.jspecify.annotations.NullMarked;
