/// People who would rather be called than fill in a form.
@NullMarked
package io.openvpos.merchant.callme;

import org.jspecify.annotations.NullMarked;
