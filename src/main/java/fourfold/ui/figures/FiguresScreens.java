package fourfold.ui.figures;

import fourfold.core.figures.Views;
import fourfold.core.kernel.Outcome;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.QueryPane;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Screen;
import fourfold.ui.place.Place;
import java.util.List;

/// The screen of figures.
public final class FiguresScreens {

    private FiguresScreens() {}

    /// Counts by saved views and keys, as bars and as a table.
    public static Screen figures(Desktop desktop) {
        return switch (desktop.office().figures().views()) {
            case Outcome.Done<Views>(var views) -> figures(desktop, views);
            case Outcome.Refused<Views>(var problem) ->
                Screen.of("Figures", QueryPane.instead(Nodes.prose(problem.sentence()))).helped("figures");
        };
    }

    private static Screen figures(Desktop desktop, Views views) {
        var model = new FiguresViewModel(desktop, views);
        var view = new FiguresView(model);
        return Screen.of("Figures", view.page())
                .with(List.of(
                        view.copy, view.save, view.freeze, model.prove, model.frozen, model.returned, view.saving.command(), model.refresh))
                .helped("figures")
                .closing(model::close);
    }

    /// Figures as they were counted once.
    ///
    /// @param name those at which to begin, or empty
    public static Screen frozen(Desktop desktop, String name) {
        var model = new FrozenViewModel(desktop, name);
        return Screen.of("Frozen figures", FrozenView.of(model))
                .under("Figures", new Place.Figures())
                .with(List.of(model.verify, model.saving.command(), model.refresh))
                .helped("figures")
                .closing(model::close);
    }
}
