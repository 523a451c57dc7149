@NullMarked
package io.openvpos.merchant.application;

import org.jspecify.annotations.NullMarked;
