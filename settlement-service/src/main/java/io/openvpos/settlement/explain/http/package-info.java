/// The explanation of a line over HTTP, for who may see its batch.
@NullMarked
package io.openvpos.settlement.explain.http;

import org.jspecify.annotations.NullMarked;
