package fourfold.ui.figures;

import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Screen;
import java.util.List;

/// The screen of figures.
public final class FiguresScreens {

    private FiguresScreens() {}

    /// Counts by saved views and keys, as bars and as a table.
    public static Screen figures(Desktop desktop) {
        var model = new FiguresViewModel(desktop);
        var view = new FiguresView(model);
        return Screen.of("Figures", view.page())
                .with(List.of(view.copy, view.saving.command(), model.refresh))
                .helped("figures")
                .closing(model::close);
    }
}
