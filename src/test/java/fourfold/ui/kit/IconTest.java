package fourfold.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Shots;
import fourfold.Windowed;
import fourfold.ui.shell.Look;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

@Windowed
final class IconTest {

    @Test
    void anIconIsDrawnFromItsFontAndGrowsWithTheText() {
        Shots.toolkit();
        Shots.run(() -> {
            var icon = new Icon("fth-lock");
            var look = new Look();
            var stage = new Stage();
            stage.setScene(new Scene(new StackPane(icon), 100, 100));
            look.dress(stage.getScene());
            stage.show();
            stage.getScene().getRoot().applyCss();
            assertTrue(icon.getFont().getFamily().toLowerCase(java.util.Locale.ROOT).contains("feather"), icon.getFont().getFamily());
            assertEquals(16, icon.getFont().getSize());
            look.percent().set(200);
            stage.getScene().getRoot().applyCss();
            assertTrue(icon.getFont().getFamily().toLowerCase(java.util.Locale.ROOT).contains("feather"), icon.getFont().getFamily());
            assertEquals(31, icon.getFont().getSize());
            stage.close();
        });
    }
}
