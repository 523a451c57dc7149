@NullMarked
package io.openvpos.merchant.audit;

import org.jspecify.annotations.NullMarked;
