/// Pages of the work on report files and of what a day that is not closed would come to.
@NullMarked
package io.openvpos.settlement.console.page.reports;

import org.jspecify.annotations.NullMarked;
