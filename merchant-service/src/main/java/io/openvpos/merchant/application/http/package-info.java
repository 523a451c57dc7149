/// Applications over HTTP: the applicant's part without an account, by a code; the staff's part by
/// role.
@NullMarked
package io.openvpos.merchant.application.http;

import org.jspecify.annotations.NullMarked;
