/// Branches over HTTP.
@NullMarked
package io.openvpos.merchant.branch.http;

import org.jspecify.annotations.NullMarked;
