/// Pages about payments: the list with its search, one payment with its history, and the forms that
/// capture, void and refund.
@NullMarked
package io.openvpos.merchant.payments.page;

import org.jspecify.annotations.NullMarked;
