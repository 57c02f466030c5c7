import JSONTree

/// Why an expression could not be compiled or evaluated. The code is JSONata's own (`T2001`); its first letter tells a
/// syntax error (`S`), a wrong type (`T`), wrong data (`D`) or an exceeded limit (`U`).
///
/// One pointer wide, since every function of the evaluator can throw it.
///
/// Source: jsonata.org, "Error codes".
package struct JSONataError: Error, Sendable, Equatable {
    /// What a message may name besides token and value.
    package struct Details: Sendable, Equatable {
        /// The other value of a comparison.
        package var value2: JSON?
        /// The number of an argument, counted from 1.
        package var index: Int?
        /// The type an argument's elements must have, in words.
        package var type: String?
        /// The function that was called.
        package var functionName: String?
        /// The exponent that was too large.
        package var exponent: Double?

        /// Details, all optional.
        package init(
            value2: JSON? = nil, index: Int? = nil, type: String? = nil, functionName: String? = nil,
            exponent: Double? = nil
        ) {
            self.value2 = value2
            self.index = index
            self.type = type
            self.functionName = functionName
            self.exponent = exponent
        }
    }

    private struct Facts: Equatable {
        var code: String
        var position: Int?
        var token: String?
        var value: JSON?
        var details: Details
        var customMessage: String?
    }

    private final class Storage: Sendable {
        let facts: Facts

        init(_ facts: Facts) { self.facts = facts }
    }

    private var storage: Storage

    /// An error whose message is derived from its code, unless one is given.
    package init(
        _ code: String, position: Int? = nil, token: String? = nil, value: JSON? = nil, details: Details = Details(),
        message: String? = nil
    ) {
        storage = Storage(
            Facts(
                code: code, position: position, token: token, value: value, details: details, customMessage: message))
    }

    /// JSONata's code.
    package var code: String { storage.facts.code }

    /// Where in the expression, in UTF-16 units from its start, just behind the token; `nil` where no place is known.
    package var position: Int? {
        get { storage.facts.position }
        set { change { $0.position = newValue } }
    }

    /// The operator, function or piece of text the error is about.
    package var token: String? {
        get { storage.facts.token }
        set { change { $0.token = newValue } }
    }

    /// The value the error is about.
    package var value: JSON? {
        get { storage.facts.value }
        set { change { $0.value = newValue } }
    }

    /// What else the message names.
    package var details: Details {
        get { storage.facts.details }
        set { change { $0.details = newValue } }
    }

    /// The message: JSONata's words for the code, or those of `$error` and `$assert`.
    package var message: String { storage.facts.customMessage ?? ErrorMessages.text(of: self) }

    private mutating func change(_ edit: (inout Facts) -> Void) {
        var facts = storage.facts
        edit(&facts)
        storage = Storage(facts)
    }

    /// Compares everything but the message.
    package static func == (one: JSONataError, other: JSONataError) -> Bool { one.storage.facts == other.storage.facts }
}
