package fourfold.ui.people;

import fourfold.core.people.Person;
import fourfold.core.sync.Kept;
import fourfold.ui.kit.Badge;
import fourfold.ui.kit.Columns;
import fourfold.ui.kit.Dates;
import fourfold.ui.kit.FilterBar;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Page;
import fourfold.ui.kit.QueryPane;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Screen;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableView;

/// The screen of the people.
public final class PeopleScreens {

    private PeopleScreens() {}

    /// Everybody with a log-in, and everybody whom the records name.
    public static Screen people(Desktop desktop) {
        var holder = new PeopleViewModel[1];
        var sheets = new PersonSheets(desktop, () -> holder[0].people.now());
        var model = new PeopleViewModel(desktop, sheets);
        holder[0] = model;
        var bar = new FilterBar(model.filter, "people");
        var page = Page.untitled()
                .actions(List.of(model.add, model.details, model.roles, model.give, model.remove, model.passphrase))
                .strip(bar)
                .following(model)
                .content(QueryPane.around(model.people, table(desktop, model, bar, sheets)));
        return Screen.of("People", page)
                .with(List.of(
                        model.add, model.details, model.roles, model.give, model.remove, model.passphrase,
                        model.saving.command(), model.refresh))
                .helped("passphrases")
                .closing(model::close);
    }

    private static TableView<Kept<Person>> table(
            Desktop desktop, PeopleViewModel model, FilterBar bar, PersonSheets sheets) {
        var table = Columns.<Kept<Person>>of("People")
                .text("Name", 13, kept -> kept.record().get(Person.NAME))
                .text("Collar number", 9, kept -> kept.record().get(Person.COLLAR))
                .whereThereIsRoom(0)
                .node("Log-in", 9, kept -> login(kept.record()), kept -> badge(model, kept.record()))
                .text("Roles", 14, kept -> PeopleViewModel.roles(kept.record()))
                .whereThereIsRoom(1)
                .text("Line manager", 14, kept -> model.manager(kept.record()))
                .whereThereIsRoom(2)
                .number("Manages", 6, kept -> {
                    long managed = model.managed(kept.record());
                    return managed == 0 ? null : managed;
                })
                .whereThereIsRoom(4)
                .sorted("LRO training", 9, kept -> kept.record().find(Person.TRAINED_ON).orElse(null), kept ->
                        kept.record().find(Person.TRAINED_ON).map(Dates::day).orElse(""))
                .whereThereIsRoom(3)
                .text("Unit", 11, kept -> kept.record().get(Person.UNIT))
                .whereThereIsRoom(5)
                .empty("Nobody here answers to what you typed. Empty the search box to see everybody.")
                .keyed(kept -> kept.record().id())
                .remembering(desktop.go().memory())
                .searchedBy(bar)
                .opens(kept -> {
                    if (model.details.possible()) sheets.details(kept);
                })
                .savedBy(model.saving, kept -> List.of())
                .rows(model.shown);
        table.getSelectionModel().selectedItemProperty().subscribe(person -> model.chosen.set(person));
        return table;
    }

    private static String login(Person person) {
        return person.get(Person.LOGIN) ? "Can log in" : "Directory only";
    }

    private static Node badge(PeopleViewModel model, Person person) {
        if (model.isOneself(person)) return new Badge("You", Badge.Tone.ACCENT);
        return person.get(Person.LOGIN)
                ? new Badge("Can log in", Badge.Tone.DONE)
                : Nodes.label("Directory only", "muted");
    }
}
