package fourfold.ui.inspection;

import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Screen;
import java.util.List;

/// The screen of an inspection.
public final class InspectionScreens {

    private InspectionScreens() {}

    /// Every check, a sentence each, with the records behind it.
    public static Screen inspection(Desktop desktop) {
        var model = new InspectionViewModel(desktop);
        return Screen.of("Inspection", InspectionView.of(model))
                .with(List.of(model.open, model.saving.command(), model.print, model.refresh))
                .helped("inspection")
                .closing(model::close);
    }
}
