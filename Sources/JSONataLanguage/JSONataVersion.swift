/// Which JSONata an expression is written in.
package enum JSONataVersion: Sendable {
    /// What AWS Step Functions documents: 2.0.6.
    case stepFunctions
    /// The same with the operator `?:` of later versions.
    case withDefaultOperator
}
