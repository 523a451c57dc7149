/// Sessions of the pages: a short token in a cookie, renewed while it is used, and a document by
/// which it can be ended before its time. Must not know pages.
@NullMarked
package io.openvpos.merchant.staff.session;

import org.jspecify.annotations.NullMarked;
