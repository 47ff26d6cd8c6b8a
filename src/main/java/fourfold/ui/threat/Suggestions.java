package fourfold.ui.threat;

import fourfold.core.reference.Agency;
import fourfold.core.reference.Lists;
import fourfold.ui.kit.Answer;
import fourfold.ui.kit.Asker;
import fourfold.ui.parts.Desktop;
import java.util.List;
import java.util.TreeSet;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the forms about threats suggest while somebody types: the words of the reference lists at once, those that records
/// use as soon as they are read.
final class Suggestions {

    final ObservableList<String> agencies;
    final ObservableList<String> parties = FXCollections.observableArrayList();
    final ObservableList<String> areas = FXCollections.observableArrayList();
    final ObservableList<String> tags;
    final ObservableList<String> phases;
    final List<String> closurePhases;

    Suggestions(Desktop desktop) {
        var reference = desktop.office().reference();
        agencies = FXCollections.observableArrayList(
                reference.agencies().all().stream().map(Agency::name).toList());
        tags = words(reference.lists().tags());
        phases = words(reference.lists().phases());
        closurePhases = reference.lists().closurePhases().stream().map(Lists.Word::value).toList();
        desktop.tools().work().ask(
                Asker.reading("Reading the directory"),
                desktop.office().threats(),
                desk -> desk.words(),
                new Answer<>(
                        words -> {
                            parties.setAll(words.parties());
                            areas.setAll(words.areas());
                            var all = new TreeSet<>(words.tags());
                            all.addAll(tags);
                            tags.setAll(all);
                        },
                        problem -> desktop.tools().status().say(problem.sentence()),
                        desktop.tools().faults()::note));
    }

    private static ObservableList<String> words(List<Lists.Word> list) {
        return FXCollections.observableArrayList(list.stream().map(Lists.Word::value).toList());
    }
}
