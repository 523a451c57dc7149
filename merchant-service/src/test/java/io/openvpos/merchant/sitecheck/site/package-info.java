/// Sites for tests, served on this machine: a good shop and every kind of bad one.
@org.jspecify.annotations.NullMarked
package io.openvpos.merchant.sitecheck.site;
