/// The dashboard's counts as documents.
@NullMarked
package io.openvpos.fraud.dashboard.mongo;

import org.jspecify.annotations.NullMarked;
