package fourfold.journal;

import fourfold.core.audit.Audit;
import fourfold.core.sync.Entry;
import fourfold.core.sync.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// All that a reading told.
class Heard implements Journal.Reader {

    final List<Journal.Recorded> recorded = new ArrayList<>();
    final List<Journal.ActEnd> ends = new ArrayList<>();
    final List<Journal.Logged> logged = new ArrayList<>();
    final List<Journal.Erased> erased = new ArrayList<>();
    final List<byte[]> withheld = new ArrayList<>();
    final List<Journal.TakenIn> taken = new ArrayList<>();
    final List<Long> positions = new ArrayList<>();

    static Heard all(Journal journal) {
        var heard = new Heard();
        journal.read(1, heard);
        return heard;
    }

    @Override
    public void entry(Journal.Recorded entry) {
        recorded.add(entry);
        positions.add(entry.spot().position());
    }

    @Override
    public void actEnd(Journal.ActEnd end) {
        ends.add(end);
        positions.add(end.spot().position());
    }

    @Override
    public void audit(Journal.Logged event) {
        logged.add(event);
        positions.add(event.spot().position());
    }

    @Override
    public void erased(Journal.Erased gone) {
        erased.add(gone);
        positions.add(gone.spot().position());
    }

    @Override
    public void withheld(Journal.Spot spot, byte[] digest) {
        withheld.add(digest);
        positions.add(spot.position());
    }

    @Override
    public void takenIn(Journal.TakenIn end) {
        taken.add(end);
        positions.add(end.spot().position());
    }

    List<Entry> entries() {
        return recorded.stream().map(Journal.Recorded::entry).toList();
    }

    List<Audit> events() {
        return logged.stream().map(Journal.Logged::event).toList();
    }

    List<UUID> acts() {
        return ends.stream().map(Journal.ActEnd::act).toList();
    }
}
