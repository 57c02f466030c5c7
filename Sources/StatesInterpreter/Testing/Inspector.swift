/// What a fold that tests one state is given, and what it has seen.
struct Inspector: Sendable {
    /// What the test is given.
    let setup: StateTestSetup
    /// What has been seen.
    var seen: StateInspection

    /// Has seen nothing yet.
    init(_ setup: StateTestSetup) {
        self.setup = setup
        seen = StateInspection(variables: setup.variables)
    }
}
