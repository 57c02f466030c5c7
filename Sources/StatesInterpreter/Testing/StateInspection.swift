import JSONTree
import ResourceNames

/// What a test has seen of a state.
package struct StateInspection: Sendable {
    /// What became of the state.
    package enum Outcome: Sendable {
        /// It was left.
        case succeeded(output: Payload, next: String?)
        /// A catcher took its failure.
        case caught(StatesError, output: Payload, next: String?)
        /// A retrier would have it tried again.
        case retriable(StatesError)
        /// It failed, and nothing helped.
        case failed(StatesError)
    }

    /// The data at the points they passed.
    package internal(set) var stages: [InspectionStage: Payload] = [:]
    /// `MaxConcurrency` of a Map state, worked out; 0 when there is none.
    package internal(set) var maxConcurrency: Int?
    /// `ToleratedFailureCount`, worked out.
    package internal(set) var toleratedFailureCount: Int?
    /// `ToleratedFailurePercentage`, worked out.
    package internal(set) var toleratedFailurePercentage: Double?
    /// The retrier that named the error, from 0.
    package internal(set) var retryIndex: Int?
    /// Its pause in seconds, if it would have had its way.
    package internal(set) var retryPauseSeconds: Int64?
    /// The catcher that took the failure, from 0.
    package internal(set) var catchIndex: Int?
    /// The variables in sight once the state is over.
    package internal(set) var variables: JSONObject
    /// What makes the test itself impossible; found only while it runs.
    package internal(set) var refusal: String?
    /// `nil` while the state is at work.
    package internal(set) var outcome: Outcome?

    /// Nothing has been seen but the variables given.
    init(variables: JSONObject) { self.variables = variables }
}
