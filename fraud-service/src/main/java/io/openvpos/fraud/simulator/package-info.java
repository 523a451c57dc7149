/// Payments that never were: a seeded town of cards and merchants, and those who steal from them.
/// Tests, demonstrations and the shipped model live on these. It must not know models; it makes
/// payments and says which are fraud.
@NullMarked
package io.openvpos.fraud.simulator;

import org.jspecify.annotations.NullMarked;
