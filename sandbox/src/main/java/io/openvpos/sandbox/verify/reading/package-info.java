/// Brings the books in: documents from the stores, records from the topics without a group, lines
/// from files, each row once and none kept. Also waits until the platform has come to rest.
@NullMarked
package io.openvpos.sandbox.verify.reading;

import org.jspecify.annotations.NullMarked;
