/// Tests of the schema registry over HTTP.
@NullMarked
package io.openvpos.sandbox.registry;

import org.jspecify.annotations.NullMarked;
