/// The frame around every page: language, session, CSRF, headers, error pages and static files.
/// Page rooms never touch it; they take a [io.openvpos.merchant.page.PageCaller].
@NullMarked
package io.openvpos.merchant.page.frame;

import org.jspecify.annotations.NullMarked;
