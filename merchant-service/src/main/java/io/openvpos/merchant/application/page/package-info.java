/// Applications as pages: the applicant's public ones and the staff's.
@NullMarked
package io.openvpos.merchant.application.page;

import org.jspecify.annotations.NullMarked;
