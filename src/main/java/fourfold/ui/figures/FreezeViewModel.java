package fourfold.ui.figures;

import fourfold.core.figures.Question;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Input;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import fourfold.ui.place.Place;

/// The name under which figures are frozen.
final class FreezeViewModel extends ViewModel {

    final Input<String> name = input(Input.text("name", "What they are called")
            .required()
            .atMost(200)
            .help("Such as: Return for May 2022. No two frozen figures have one name."));
    final Command freeze;
    private final Desktop desktop;
    private final Question question;

    /// @param finished once they are frozen
    FreezeViewModel(Desktop desktop, Question question, Runnable finished) {
        super(desktop.tools());
        this.desktop = desktop;
        this.question = question;
        freeze = command("figures.freeze.now", "Freeze", () -> freeze(finished)).on("Ctrl+Enter");
    }

    private void freeze(Runnable finished) {
        ask(question, wanted -> desktop.office().freezing().freeze(name.filled(), wanted), frozen -> {
            finished.run();
            tools().status().say("Frozen as " + frozen.name() + ".");
            desktop.go().go(new Place.Frozen(frozen.name()));
        });
    }
}
