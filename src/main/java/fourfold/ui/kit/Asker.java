package fourfold.ui.kit;

import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Somebody who asks [Work] for something, again and again: a query, or the acts of one screen. The newest answer
/// wins. Its properties say on the UI thread what is going on, for progress lines and stop buttons.
public final class Asker {

    private final String doing;
    private final boolean skips;
    private final boolean alone;
    private final boolean aside;
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper(this, "working");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private final ReadOnlyDoubleWrapper part = new ReadOnlyDoubleWrapper(this, "part", -1);
    private final AtomicLong newest = new AtomicLong();
    private final ReadOnlyBooleanWrapper stoppable = new ReadOnlyBooleanWrapper(this, "stoppable");
    private volatile boolean stop;

    private Asker(String doing, boolean skips, boolean alone, boolean aside) {
        this.aside = aside;
        this.doing = doing;
        this.skips = skips;
        this.alone = alone;
    }

    /// An asker that only reads: a question that was overtaken before it began is never put.
    ///
    /// @param doing what is being done, as in "Reading the threats"
    public static Asker reading(String doing) {
        return new Asker(doing, true, false, false);
    }

    /// An asker that reads what nobody waits for: no question of a screen stands behind its questions.
    public static Asker aside(String doing) {
        return new Asker(doing, true, false, true);
    }

    /// An asker that changes things: everything asked is done, in order, even when its answer is no longer awaited.
    public static Asker acting(String doing) {
        return new Asker(doing, false, false, false);
    }

    /// An asker that changes things and must have nobody read beside it, as closing the store must.
    public static Asker alone(String doing) {
        return new Asker(doing, false, true, false);
    }

    /// Whether an answer is awaited.
    public ReadOnlyBooleanProperty working() {
        return working.getReadOnlyProperty();
    }

    /// What is being done now, in words.
    public ReadOnlyStringProperty note() {
        return note.getReadOnlyProperty();
    }

    /// How far it is, from 0 to 1; negative when nobody can tell.
    public ReadOnlyDoubleProperty part() {
        return part.getReadOnlyProperty();
    }

    /// Whether the work looks at the stop flag, and so can be stopped.
    public ReadOnlyBooleanProperty stoppable() {
        return stoppable.getReadOnlyProperty();
    }

    /// Asks long work to stop; it ends with an answer of its own.
    public void stop() {
        stop = true;
        note.set("Stopping");
    }

    /// Drops the answer that is still awaited: nobody is there to read it.
    public void drop() {
        newest.incrementAndGet();
        end();
    }

    boolean skips() {
        return skips;
    }

    boolean isAside() {
        return aside;
    }

    boolean isAlone() {
        return alone;
    }

    boolean stopWanted() {
        return stop;
    }

    boolean isNewest(long ticket) {
        return ticket == newest.get();
    }

    boolean isOvertaken(long ticket) {
        return skips && !isNewest(ticket);
    }

    long begin() {
        var ticket = newest.incrementAndGet();
        stop = false;
        note.set(doing);
        part.set(-1);
        stoppable.set(false);
        working.set(true);
        return ticket;
    }

    void at(String now, double far) {
        if (!stop) {
            note.set(now);
        }
        part.set(far);
    }

    void canStop() {
        stoppable.set(true);
    }

    void end() {
        working.set(false);
        part.set(-1);
    }
}
