/// A match was given up: it took more steps, or had to remember more, than it may.
struct StepLimit: Error, Equatable {}
