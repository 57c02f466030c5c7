import JSONTree

/// Why a well-formed path has no value, or no place, in a document.
package struct PathFailure: Error, Sendable, Equatable {
    /// The kinds of failure.
    package enum Kind: Sendable, Equatable {
        /// The path names nothing.
        case notFound
        /// The path cannot be applied to what it meets: a name below an array, an index beyond the end.
        case conflict
        /// A function of the path cannot be computed, or the evaluation took too many steps.
        case other
    }

    /// The kind.
    package let kind: Kind
    /// The path as written.
    package let path: String
    /// What went wrong, as the path library AWS uses puts it: `No results for path: $['a']`.
    package let detail: String

    /// Describes a failure.
    package init(_ kind: Kind, path: String, detail: String) {
        self.kind = kind
        self.path = path
        self.detail = detail
    }

    /// The cause AWS gives for a field of a template, and for `ErrorPath` and `CausePath`. Observed, not documented.
    package func cause(field: String, input: JSON) -> String {
        "The JSONPath '\(path)' specified for the field '\(field)' could not be found in the input '\(input.text)'"
    }

    /// What follows `The function '…' had the following error: ` when the path is an argument. Observed, not documented.
    func argumentCause(input: JSON) -> String {
        detail.hasPrefix("Filter: ")
            ? detail : "The JsonPath argument for the field '\(path)' could not be found in the input '\(input.text)'"
    }

    /// The cause AWS gives when the `Variable` of a choice rule names nothing. Observed, not documented.
    package var choiceCause: String {
        "Invalid path '\(path)': The choice state's condition path references an invalid value."
    }

    /// The cause AWS gives for `InputPath`, `OutputPath`, `TimeoutSecondsPath` and their like: `Invalid path '$.a' : No results for path: $['a']`;
    /// for `ResultPath` and others that must point at a place, `Unable to apply step "a" to input [1]`. Observed, not documented.
    package var invalidPathCause: String { kind == .conflict ? detail : "Invalid path '\(path)' : \(detail)" }
}
