/// Reconciliation over HTTP: files in and out, results, exceptions.
@NullMarked
package io.openvpos.settlement.reconciliation.http;

import org.jspecify.annotations.NullMarked;
