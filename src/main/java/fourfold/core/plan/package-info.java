/// 4P plans, their actions and their rules.
@org.jspecify.annotations.NullMarked
package fourfold.core.plan;
