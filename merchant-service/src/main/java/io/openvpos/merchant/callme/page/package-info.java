/// The form of a request to be called, and the staff's list.
@NullMarked
package io.openvpos.merchant.callme.page;

import org.jspecify.annotations.NullMarked;
