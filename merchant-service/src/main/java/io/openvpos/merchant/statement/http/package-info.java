/// Statements over HTTP.
@NullMarked
package io.openvpos.merchant.statement.http;

import org.jspecify.annotations.NullMarked;
