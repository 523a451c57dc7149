/// What applicants and reviewers send, read and checked the same way whether it came as JSON or as
/// a form.
@NullMarked
package io.openvpos.merchant.application.reading;

import org.jspecify.annotations.NullMarked;
