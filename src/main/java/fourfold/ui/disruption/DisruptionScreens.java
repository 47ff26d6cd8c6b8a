package fourfold.ui.disruption;

import fourfold.core.kernel.Id;
import fourfold.core.plan.Action;
import fourfold.core.threat.Threat;
import fourfold.ui.kit.SideSheet;
import fourfold.ui.parts.Desktop;
import org.jspecify.annotations.Nullable;

/// The screens of disruptions.
public final class DisruptionScreens {

    private DisruptionScreens() {}

    /// Opens quick capture over the page: the sheet that was closed with something typed in it, or a new one.
    ///
    /// @param threat the threat that it is about, where that is known
    /// @param action the action that it came of, where that is known
    public static void capture(Desktop desktop, @Nullable Id<Threat> threat, @Nullable Id<Action> action) {
        var key = "capture" + (threat == null ? "" : "/" + threat) + (action == null ? "" : "/" + action);
        desktop.sheets().open(key, () -> captureSheet(desktop, key, threat, action));
    }

    private static SideSheet captureSheet(
            Desktop desktop, String key, @Nullable Id<Threat> threat, @Nullable Id<Action> action) {
        var model = new CaptureViewModel(desktop.office(), desktop.tools(), desktop.go(), key, threat, action);
        var sheet = CaptureView.sheet(key, model, desktop.office().reference());
        model.onFinished(() -> {
            desktop.sheets().finish(sheet);
            model.close();
        });
        return sheet;
    }
}
