/// What scoring does, counted: decisions, scores, rules and drift by hour and day, and how right it
/// was as far as is known. It owns the collections `dashboard_hours`, `dashboard_days` and
/// `dashboard_quality`, all of which can be made anew from assessments and labels. It decides
/// nothing.
@NullMarked
package io.openvpos.fraud.dashboard;

import org.jspecify.annotations.NullMarked;
