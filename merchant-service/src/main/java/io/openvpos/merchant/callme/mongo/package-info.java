/// Requests to be called as documents.
@NullMarked
package io.openvpos.merchant.callme.mongo;

import org.jspecify.annotations.NullMarked;
