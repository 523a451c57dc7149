/// The frame around every page: language, session, CSRF, headers, error pages and static files.
/// Page rooms never touch it; they take a [io.openvpos.page.PageCaller].
@NullMarked
package io.openvpos.page.frame;

import org.jspecify.annotations.NullMarked;
