package fourfold.ui.vault;

import fourfold.core.access.Role;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Form;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Page;
import fourfold.ui.kit.QueryPane;
import fourfold.ui.parts.Screen;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The screens in front of a vault.
public final class VaultScreens {

    private VaultScreens() {}

    /// Letting somebody in.
    public static Screen unlock(Door door) {
        var model = new UnlockViewModel(door);
        var where = model.folder() == null ? "" : model.folder().toString();
        var page = Page.untitled().following(model).scrolling(wall(
                Nodes.prose("Fourfold", "door-title"),
                QueryPane.of(model.lobby, lobby -> entrance(model, lobby.agency(), lobby.people())),
                Nodes.prose(where, "muted", "small"),
                Nodes.row(Buttons.link(model.another), Buttons.link(model.make))));
        return Screen.of("Unlock", page).closing(model::close).helped("passphrases");
    }

    private static Node entrance(UnlockViewModel model, String agency, List<String> people) {
        var rescue = new TitledPane();
        rescue.setText("I have lost my passphrase");
        rescue.setExpanded(false);
        // made when somebody asks for it: the unlock screen is there sooner without it
        rescue.expandedProperty().subscribe(open -> {
            if (open && rescue.getContent() == null)
                rescue.setContent(Nodes.column(
                        Form.of(Form.text(model.code), Form.secret(model.fresh)), Buttons.row(List.of(model.recover))));
        });
        rescue.setAnimated(false);
        rescue.getStyleClass().add("door-rescue");
        var form = Form.of(who(model, people), Form.secret(model.passphrase));
        form.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) model.unlock.run();
        });
        var box = Nodes.column(Nodes.prose("The vault of " + agency));
        if (!model.hint().sentence().isEmpty()) box.getChildren().add(Nodes.prose(model.hint().sentence(), "door-hint"));
        box.getChildren().addAll(form, Buttons.of(model.unlock), rescue);
        // the form comes after the frame has looked for where to begin
        Nodes.whenInScene(form, scene -> (model.user.get() == null ? model.user : model.passphrase).attend());
        return box;
    }

    /// Where there is one person, nobody has to be chosen.
    private static Node who(UnlockViewModel model, List<String> people) {
        if (people.size() > 1) return Form.choice(model.user, people, collar -> collar);
        var row = new VBox(Nodes.label(model.user.label(), "field-label"), Nodes.label(people.getFirst()));
        row.getStyleClass().add("form-row");
        return row;
    }

    /// Making a vault.
    public static Screen make(Door door) {
        var model = new NewVaultViewModel(door);
        var place = Nodes.column();
        model.begun().subscribe(begun -> place.getChildren().setAll(
                begun == null ? form(model) : code(model, begun.recoveryCode())));
        var page = Page.untitled().following(model).scrolling(wall(Nodes.prose("A new vault", "door-title"), place));
        return Screen.of("New vault", page).closing(model::close).helped("passphrases");
    }

    private static Node form(NewVaultViewModel model) {
        var form = Form.of(
                Form.text(model.folder),
                Buttons.row(List.of(model.choose)),
                Form.suggest(model.agency, FXCollections.observableArrayList(model.agencies), agency -> agency.name()),
                Form.beside(Form.text(model.user), Form.text(model.name)),
                Form.flags(model.roles, List.of(Role.LRO, Role.SUPERVISOR, Role.ANALYST), Role::label),
                Form.secret(model.passphrase),
                Form.secret(model.again));
        return Nodes.column(
                form, Buttons.of(model.make, model.back));
    }

    private static Node code(NewVaultViewModel model, String code) {
        var shown = Nodes.prose(code, "recovery-code");
        return Nodes.column(
                Nodes.prose("Print this recovery code or write it down, and lock it away. It is shown once. With it, and"
                        + " only with it, somebody who has lost the passphrase gets in again."),
                shown,
                Form.of(Form.text(model.typedBack)),
                Buttons.of(model.goOn));
    }

    /// A card in the middle of an empty wall: there is one thing to do here.
    private static Node wall(Node... nodes) {
        var card = new VBox(nodes);
        card.getStyleClass().add("door-card");
        var wall = new StackPane(card);
        wall.getStyleClass().add("door-wall");
        StackPane.setAlignment(card, Pos.TOP_CENTER);
        return wall;
    }
}
