/// A shop that frames the payment page.
@NullMarked
package io.openvpos.sandbox.shop;

import org.jspecify.annotations.NullMarked;
