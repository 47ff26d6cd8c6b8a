package fourfold.ui.kit;

/// What every view-model gets: the way off the UI thread, and the three ways to speak to the person outside its page.
public record Tools(Work work, Faults faults, Status status, Prompts prompts) {}
