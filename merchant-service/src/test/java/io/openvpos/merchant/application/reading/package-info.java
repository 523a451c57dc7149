@NullMarked
package io.openvpos.merchant.application.reading;

import org.jspecify.annotations.NullMarked;
