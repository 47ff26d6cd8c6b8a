package fourfold.ui.place;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Goes from place to place, back and forward, and remembers how each was left.
public final class Navigator {

    /// How many places can be gone back to.
    private static final int MOST = 100;

    private record Visit(Place place, Memory memory) {}

    private final ReadOnlyObjectWrapper<Place> current;
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper(this, "canGoBack");
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper(this, "canGoForward");
    private final Deque<Visit> behind = new ArrayDeque<>();
    private final Deque<Visit> ahead = new ArrayDeque<>();
    private Visit visit;
    private BooleanSupplier mayLeave = () -> true;

    public Navigator(Place start) {
        visit = new Visit(start, new Memory());
        current = new ReadOnlyObjectWrapper<>(this, "current", start);
    }

    /// Where the person is.
    public ReadOnlyObjectProperty<Place> current() {
        return current.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoBack() {
        return canGoBack.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoForward() {
        return canGoForward.getReadOnlyProperty();
    }

    /// What the current visit remembers.
    public Memory memory() {
        return visit.memory();
    }

    /// Asked before every move; while it says no, nothing moves.
    public void guard(BooleanSupplier leave) {
        mayLeave = leave;
    }

    /// Goes to a place. Going to where one is does nothing.
    public void go(Place place) {
        if (place.equals(visit.place()) || !mayLeave.getAsBoolean()) {
            return;
        }
        behind.push(visit);
        if (behind.size() > MOST) {
            behind.removeLast();
        }
        ahead.clear();
        enter(new Visit(place, new Memory()));
    }

    /// Goes to a place instead of the current one, which cannot be gone back to: after a record was made or removed.
    public void replace(Place place) {
        enter(new Visit(place, new Memory()));
    }

    /// Forgets everything and starts at a place: after unlocking and locking.
    public void restart(Place place) {
        behind.clear();
        ahead.clear();
        enter(new Visit(place, new Memory()));
    }

    /// Goes back, if there is anywhere to go back to.
    public void back() {
        move(behind, ahead);
    }

    /// Goes forward again.
    public void forward() {
        move(ahead, behind);
    }

    private void move(Deque<Visit> from, Deque<Visit> to) {
        if (!from.isEmpty() && mayLeave.getAsBoolean()) {
            to.push(visit);
            enter(from.pop());
        }
    }

    private void enter(Visit next) {
        visit = next;
        canGoBack.set(!behind.isEmpty());
        canGoForward.set(!ahead.isEmpty());
        current.set(next.place());
    }
}
