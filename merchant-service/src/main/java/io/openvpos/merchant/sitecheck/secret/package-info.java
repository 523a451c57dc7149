/// Secrets of others that the platform must be able to use, sealed at rest: test passwords.
@NullMarked
package io.openvpos.merchant.sitecheck.secret;

import org.jspecify.annotations.NullMarked;
