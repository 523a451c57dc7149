/// What was seen of a site, as plain facts: addresses, answers, certificates, pages, links, forms.
/// It must not know how they were fetched or what they are worth.
@NullMarked
package io.openvpos.merchant.sitecheck.domain.seen;

import org.jspecify.annotations.NullMarked;
