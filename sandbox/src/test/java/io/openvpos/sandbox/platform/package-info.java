@NullMarked
package io.openvpos.sandbox.platform;

import org.jspecify.annotations.NullMarked;
