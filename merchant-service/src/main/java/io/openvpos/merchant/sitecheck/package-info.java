/// The automatic check of an applicant's web site: asked for, run at most a few at once, kept with
/// its evidence, and decided by a person where a machine cannot. It knows nothing of applications:
/// whoever has a site to check implements [io.openvpos.merchant.sitecheck.SitesToCheck].
@NullMarked
package io.openvpos.merchant.sitecheck;

import org.jspecify.annotations.NullMarked;
