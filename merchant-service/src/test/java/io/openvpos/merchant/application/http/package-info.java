@NullMarked
package io.openvpos.merchant.application.http;

import org.jspecify.annotations.NullMarked;
