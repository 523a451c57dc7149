@NullMarked
package io.openvpos.merchant.agreement;

import org.jspecify.annotations.NullMarked;
