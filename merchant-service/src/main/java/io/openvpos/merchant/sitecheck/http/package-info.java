/// The staff's side of the checks: run again, read, decide.
@NullMarked
package io.openvpos.merchant.sitecheck.http;

import org.jspecify.annotations.NullMarked;
