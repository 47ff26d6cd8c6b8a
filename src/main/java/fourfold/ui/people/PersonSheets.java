package fourfold.ui.people;

import fourfold.core.access.Role;
import fourfold.core.people.Person;
import fourfold.core.sync.Kept;
import fourfold.ui.kit.BusyLine;
import fourfold.ui.kit.Form;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.ProblemBar;
import fourfold.ui.kit.SideSheet;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// The side sheets of the people: adding one, roles, details, and one's own passphrase.
final class PersonSheets implements PeopleViewModel.Opening {

    private final Desktop desktop;
    private final Supplier<List<Kept<Person>>> people;

    PersonSheets(Desktop desktop, Supplier<List<Kept<Person>>> people) {
        this.desktop = desktop;
        this.people = people;
    }

    @Override
    public void add() {
        add(null);
    }

    @Override
    public void give(Kept<Person> entry) {
        add(entry.record());
    }

    private void add(@Nullable Person taken) {
        var key = "person.add" + (taken == null ? "" : " " + taken.id());
        desktop.sheets().open(key, () -> {
            var model = new AddPersonViewModel(desktop, people.get(), taken, desktop.sheets()::finish);
            var form = Form.of(
                    Form.beside(Form.text(model.user), Form.text(model.name)),
                    Form.flags(model.roles, List.of(Role.values()), Role::label),
                    Nodes.prose("An LRO works threats and plans, a supervisor reviews and moderates, an analyst reads and "
                            + "makes tables, an administrator looks after people, trust and backups.", "muted", "small"),
                    Form.suggest(model.manager, model.managers, Person::label),
                    Form.secret(model.passphrase),
                    Form.secret(model.again));
            return new SideSheet(key, "Add a person", content(model, form), model::hasUnsaved)
                    .buttons(model.save, List.of());
        });
    }

    @Override
    public void roles(Kept<Person> person) {
        desktop.sheets().open("person.roles " + person.record().id(), () -> {
            var model = new RolesViewModel(desktop, person.record(), desktop.sheets()::finish);
            var form = Form.of(
                    Nodes.prose("The unit's certificate says from now on what " + person.record().label() + " may do."),
                    Form.flags(model.roles, List.of(Role.values()), Role::label));
            return new SideSheet(
                            "person.roles " + person.record().id(),
                            "Roles of " + person.record().label(),
                            content(model, form),
                            () -> false)
                    .buttons(model.save, List.of());
        });
    }

    @Override
    public void details(Kept<Person> person) {
        var key = "person.details " + person.record().id();
        desktop.sheets().open(key, () -> {
            var model = new DetailsViewModel(desktop, person, people.get(), desktop.sheets()::finish);
            var form = Form.of(
                    Form.text(model.name),
                    Form.text(model.unit),
                    Form.suggest(model.manager, model.managers, Person::label),
                    Form.date(model.trained, model::today));
            return new SideSheet(key, person.record().label(), content(model, form), model::hasUnsaved)
                    .buttons(model.save, List.of());
        });
    }

    @Override
    public void passphrase() {
        desktop.sheets().open("person.passphrase", () -> {
            var model = new PassphraseViewModel(desktop, desktop.sheets()::finish);
            var form = Form.of(Form.secret(model.now), Form.secret(model.fresh), Form.secret(model.again));
            // a secret does not wait in a closed sheet, so it never counts as unsaved
            return new SideSheet("person.passphrase", "Change my passphrase", content(model, form), () -> false)
                    .buttons(model.save, List.of());
        });
    }

    private static Node content(ViewModel model, Node form) {
        return Nodes.column(new BusyLine(model.acting()), ProblemBar.of(model), form);
    }
}
