/// The platform as its users see it: JSON over HTTP. Knows no service class.
@NullMarked
package io.openvpos.sandbox.client;

import org.jspecify.annotations.NullMarked;
