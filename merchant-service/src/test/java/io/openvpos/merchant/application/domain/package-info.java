@NullMarked
package io.openvpos.merchant.application.domain;

import org.jspecify.annotations.NullMarked;
