import JSONTree
import ResourceNames

/// Why a payload template or an intrinsic call has no value for an input.
package struct TemplateFailure: Error, Sendable, Equatable {
    /// What failed.
    package enum Reason: Sendable, Equatable {
        /// A path of a field.
        case path(PathFailure)
        /// A path among the arguments of an intrinsic call; the whole call as written.
        case argument(PathFailure, call: String)
        /// An intrinsic function, with its message; the whole call as written.
        case function(call: String, message: String)
    }

    /// What failed.
    package let reason: Reason
    /// The field as written, `a.$`; `ErrorPath` or the like where no template is involved.
    package let field: String
    /// The value the paths were applied to.
    package let input: JSON

    /// Describes a failure.
    package init(_ reason: Reason, field: String, input: JSON) {
        self.reason = reason
        self.field = field
        self.input = input
    }

    /// The error name that `Retry` and `Catch` see.
    package var errorName: String {
        switch reason {
        case .path, .argument: StatesErrorName.runtime
        case .function: StatesErrorName.intrinsicFailure
        }
    }

    /// The path that failed, as written; the call if it was none.
    package var path: String {
        switch reason {
        case .path(let failure), .argument(let failure, _): failure.path
        case .function(let call, _): call
        }
    }

    /// The cause AWS gives, without its prefix `An error occurred while executing the state …`.
    package var cause: String {
        switch reason {
        case .path(let failure): failure.cause(field: field, input: input)
        case .argument(let failure, let call):
            "The function '\(call)' had the following error: \(failure.argumentCause(input: input))"
        case .function(let call, let message): "The function '\(call)' had the following error: \(message)"
        }
    }
}
