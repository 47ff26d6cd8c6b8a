package fourfold.bench;

import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// A window of the program's size and theme with nothing in it: the peer of the program's start. Says when it is shown, and
/// ends.
public final class EmptyWindow {

    private EmptyWindow() {}

    public static void main(String... arguments) {
        Platform.startup(() -> {
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            var scene = new Scene(new StackPane(), 1440, 900);
            var stage = new Stage();
            stage.setScene(scene);
            scene.addPostLayoutPulseListener(() -> Platform.runLater(() -> {
                System.out.println("shown");
                System.exit(0);
            }));
            stage.show();
        });
    }
}
