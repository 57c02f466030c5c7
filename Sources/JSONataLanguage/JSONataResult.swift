import JSONTree

/// What an expression yields.
package enum JSONataResult: Sendable, Equatable {
    /// A value.
    case value(JSON)
    /// No value.
    case undefined
    /// Something JSON cannot express: a function, or an array or object with one inside.
    case function
}
