package fourfold.ui.plan;

import fourfold.core.plan.Action;
import fourfold.core.sync.Kept;
import fourfold.desk.PlanDesk;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Input;
import fourfold.ui.kit.ViewModel;

/// The question what became of a finished action: a disruption, or a reason why it is none.
final class ExplainViewModel extends ViewModel {

    final Input<String> reason;
    final Command record;
    final Command keep;
    private Runnable finished = () -> {};

    ExplainViewModel(PlanBoardViewModel parent, Kept<Action> action) {
        super(parent.desktop.tools());
        reason = input(Input.text("reason", "Why no disruption was recorded").atMost(4000));
        record = command("action.record", "Record a disruption", () -> {
                    finished.run();
                    parent.desktop.capture(
                            parent.board.now().threat().record().id(), action.record().id());
                })
                .icon("fth-plus");
        keep = command("action.explain", "Keep this reason", () -> ask(
                        new PlanDesk.Explain(action.seen(), reason.filled().strip()),
                        wish -> parent.desktop.office().plans().explain(wish),
                        kept -> {
                            tools().status().say("The reason is kept with the action.");
                            finished.run();
                        }))
                .when(reason.value().map(text -> !text.isBlank()), "Write the reason first.")
                .on("Ctrl+Enter");
    }

    void then(Runnable afterwards) {
        finished = afterwards;
    }
}
