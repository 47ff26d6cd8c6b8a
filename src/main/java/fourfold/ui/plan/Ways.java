package fourfold.ui.plan;

import fourfold.core.kernel.P;
import fourfold.core.plan.Action;
import fourfold.core.reference.PlanTemplate;
import fourfold.core.sync.Kept;
import org.jspecify.annotations.Nullable;

/// Where the board leads: the sheets that open over it.
interface Ways {

    /// The sheet of an action.
    void open(Kept<Action> action);

    /// The sheet of a new action.
    ///
    /// @param prompt what it begins with, or null
    void add(P p, PlanTemplate.@Nullable Prompt prompt);

    /// The sheet of a P: its objective, and why it is empty.
    ///
    /// @param field the field to begin at
    void part(P p, String field);

    /// The sheet of the plan's own fields.
    ///
    /// @param field the field to begin at
    void plan(String field);

    /// What changed since the plan was approved.
    void difference();

    /// The question what became of a finished action: record it, or say why not.
    void ask(Kept<Action> action);
}
