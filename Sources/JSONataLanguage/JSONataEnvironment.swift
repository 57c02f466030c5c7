import ResourceNames

/// What an evaluation takes from the world: all of it given, so that the same evaluation can be repeated.
package struct JSONataEnvironment: Sendable {
    /// What `$now` and `$millis` tell.
    package var now: Timestamp
    /// Where `$random`, `$uuid` and `$shuffle` draw from; moves on with each draw.
    package var chance: Chance
    /// How much the evaluation may take.
    package var limits: JSONataLimits
    /// Steps that evaluations have taken so far.
    package var stepsTaken = 0

    /// An environment.
    package init(now: Timestamp, chance: Chance, limits: JSONataLimits = .stepFunctions) {
        self.now = now
        self.chance = chance
        self.limits = limits
    }
}
