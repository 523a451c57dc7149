/// The pages on which people sign in, look after their own account and manage others.
@NullMarked
package io.openvpos.merchant.staff.page;

import org.jspecify.annotations.NullMarked;
