package fourfold.journal;

import fourfold.core.sync.Journal;

final class MemoryJournalTest extends JournalContract {

    @Override
    Journal fresh() {
        return new MemoryJournal();
    }
}
