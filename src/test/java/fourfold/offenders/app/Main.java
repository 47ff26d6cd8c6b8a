package fourfold.offenders.app;

import javafx.application.Application;
import javafx.stage.Stage;

/// A main class that needs the toolkit before it can say its version.
public final class Main extends Application {

    @Override
    public void start(Stage stage) {
        stage.show();
    }
}
