/// Tests of the problem documents.
@NullMarked
package io.openvpos.messaging.http;

import org.jspecify.annotations.NullMarked;
