package fourfold.ui.plan;

import fourfold.desk.PlanLine;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Filter;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.Saving;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.TableSaving;
import fourfold.ui.place.Place;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The list of plans.
final class PlansViewModel extends ViewModel {

    /// What can be chosen beside the ways in which a plan stands.
    static final String EMPTY_P = "An empty P";
    static final String REVIEW_DUE = "Review is past due";
    /// The ways in which a plan stands.
    static final List<String> STANDINGS = List.of(
            "No plan yet", "Draft", "Submitted", "Returned", "Approved", "Approved, then changed", "In review", "Closed");

    final Query<List<PlanLine>> plans;
    final Filter filter = new Filter();
    final Saving saving;
    final ObservableList<PlanLine> shown = FXCollections.observableArrayList();
    final Command refresh;
    private final Desktop desktop;
    private final Set<String> wanted = new LinkedHashSet<>();
    private final Set<String> agencies = new LinkedHashSet<>();

    PlansViewModel(Desktop desktop, String search) {
        super(desktop.tools());
        this.desktop = desktop;
        plans = query(
                "Reading the plans",
                new ReadOnlyObjectWrapper<>("").getReadOnlyProperty(),
                all -> desktop.office().plans().list(),
                desktop.changesOf("plan", "action", "threat"));
        refresh = command("plans.refresh", "Read the plans again", this::refresh).on("F5");
        filter.text().set(search);
        saving = TableSaving.at(desktop, filter::terms);
        filter.text().addListener((source, before, now) -> narrow());
        plans.whenRead(read -> narrow());
    }

    /// Shows only plans that stand like this, beside those already chosen.
    void want(String standing) {
        if (wanted.add(standing))
            filter.chips().add(new Filter.Chip(standing, () -> drop(standing)));
        narrow();
    }

    /// The agencies that plans belong to.
    List<String> agencies() {
        if (plans.value().get() == null) return List.of();
        return plans.now().stream().map(PlanLine::agency).filter(agency -> !agency.isBlank()).distinct().sorted().toList();
    }

    /// Shows only plans of that agency, beside those already chosen.
    void wantAgency(String agency) {
        if (agencies.add(agency))
            filter.chips().add(new Filter.Chip(chip(agency), () -> dropAgency(agency)));
        narrow();
    }

    private void dropAgency(String agency) {
        agencies.remove(agency);
        filter.chips().removeIf(one -> one.words().equals(chip(agency)));
        narrow();
    }

    private static String chip(String agency) {
        return "Agency: " + agency;
    }

    private void drop(String standing) {
        wanted.remove(standing);
        filter.chips().removeIf(chip -> chip.words().equals(standing));
        narrow();
    }

    private void narrow() {
        if (plans.value().get() == null) return;
        var words = Arrays.stream(filter.text().get().toLowerCase(Locale.UK).strip().split("\\s+")).toList();
        shown.setAll(plans.now().stream().filter(this::isWanted).filter(line -> has(line, words)).toList());
        filter.count(shown.size(), plans.now().size());
    }

    private boolean isWanted(PlanLine line) {
        var standings = wanted.stream().filter(STANDINGS::contains).toList();
        boolean stands = standings.isEmpty() || standings.contains(standing(line));
        boolean empty = !wanted.contains(EMPTY_P) || !line.emptyPs().isEmpty();
        var today = desktop.office().session().today();
        boolean due = !wanted.contains(REVIEW_DUE) || line.nextReview().filter(day -> day.isBefore(today)).isPresent();
        return stands && empty && due && (agencies.isEmpty() || agencies.contains(line.agency()));
    }

    /// The standing without where it was approved.
    private static String standing(PlanLine line) {
        return line.standing().equals("Approved outside") ? "Approved" : line.standing();
    }

    private static boolean has(PlanLine line, List<String> words) {
        var all = (line.ref() + " " + line.name() + " " + line.agency() + " " + line.lro() + " " + line.standing()).toLowerCase(Locale.UK);
        return words.stream().allMatch(all::contains);
    }

    void open(PlanLine line) {
        desktop.go().go(new Place.PlanBoard(line.place()));
    }

    Desktop desktop() {
        return desktop;
    }
}
