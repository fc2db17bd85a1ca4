/** Insights: what has been learned about an environment, how sure that is, and what bears it out. The door is {@link dev.rackside.insight.InsightService}. */
@NullMarked
package dev.rackside.insight;

import org.jspecify.annotations.NullMarked;
