/// Batches and their reports over HTTP. It owns who may see which batch.
@NullMarked
package io.openvpos.settlement.batch.http;

import org.jspecify.annotations.NullMarked;
