package fourfold.ui.people;

import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Problem;
import fourfold.core.people.Person;
import fourfold.core.sync.Kept;
import fourfold.desk.PeopleDesk;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Input;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import java.time.LocalDate;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Changing what the directory says of a person: name, unit, line manager, training.
public final class DetailsViewModel extends ViewModel {

    private final Desktop desktop;
    private final Runnable finished;
    private Kept<Person> person;
    final Input<String> name = Input.text("name", "Name").required().atMost(200);
    final Input<String> unit = Input.text("unit", "Unit").atMost(200);
    final Input<Person> manager = Input.<Person>of("manager", "Line manager")
            .help("A supervisor's worklist shows the people they line-manage.");
    final Input<LocalDate> trained = Input.<LocalDate>of("trainedOn", "LRO training")
            .help("The day on which the person was trained as an LRO.");
    final ObservableList<Person> managers;
    final Command save;

    DetailsViewModel(Desktop desktop, Kept<Person> person, List<Kept<Person>> people, Runnable finished) {
        super(desktop.tools());
        this.desktop = desktop;
        this.person = person;
        this.finished = finished;
        managers = FXCollections.observableArrayList(people.stream()
                .map(Kept::record)
                .filter(other -> !other.id().equals(person.record().id()))
                .toList());
        input(name);
        input(unit);
        input(manager);
        input(trained);
        fill();
        save = command("people.details-save", "Save the details", this::save).on("Ctrl+Enter");
    }

    private void fill() {
        var record = person.record();
        name.starting(record.get(Person.NAME));
        unit.starting(record.get(Person.UNIT));
        manager.starting(managers.stream()
                .filter(other -> other.get(Person.COLLAR).equals(record.get(Person.MANAGER)))
                .findFirst()
                .orElse(null));
        trained.starting(record.find(Person.TRAINED_ON).orElse(null));
    }

    LocalDate today() {
        return desktop.office().session().today();
    }

    private void save() {
        if (name.filled().isBlank()) {
            refused(new Problem.Invalid("name", "Give the person's name."));
            return;
        }
        var boss = manager.get();
        var values = new Editing<Person>(List.of(
                new Field.Slot<>(Person.NAME, name.filled().strip()),
                new Field.Slot<>(Person.UNIT, unit.filled().strip()),
                new Field.Slot<>(Person.MANAGER, boss == null ? "" : boss.get(Person.COLLAR)),
                new Field.Slot<>(Person.TRAINED_ON, trained.get())));
        askWithReason(
                reasons -> new PeopleDesk.Edit(person.seen(), values, reasons.text()),
                desktop.office().people()::edit,
                kept -> {
                    tools().status().say("Saved what the directory says of " + kept.record().label() + ".");
                    finished.run();
                });
    }

    /// After a conflict: what is stored now, in place of what was typed.
    @Override
    public void showTheirs() {
        reread();
        fill();
        super.showTheirs();
    }

    /// After a conflict: what was typed stays and is saved on top of what is stored now.
    @Override
    public void keepMine() {
        reread();
        super.keepMine();
    }

    private void reread() {
        desktop.office().people().all().stream()
                .filter(kept -> kept.record().id().equals(person.record().id()))
                .findFirst()
                .ifPresent(kept -> person = kept);
    }
}
