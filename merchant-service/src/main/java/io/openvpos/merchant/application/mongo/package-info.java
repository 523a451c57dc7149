/// Applications and their files as documents.
@NullMarked
package io.openvpos.merchant.application.mongo;

import org.jspecify.annotations.NullMarked;
