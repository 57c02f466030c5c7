/// A runtime that Lambda brings along and that Newel looks for on this machine: `python3.12`, `nodejs22.x`.
package struct ManagedRuntime: Sendable, Equatable {
    /// The languages.
    package enum Language: String, Sendable, CaseIterable {
        /// With `awslambdaric`.
        case python
        /// With `aws-lambda-ric`.
        case node

        /// The variable that says where the interpreter, or the client, is.
        package var variable: String {
            switch self {
            case .python: "NEWEL_PYTHON"
            case .node: "NEWEL_NODE_CLIENT"
            }
        }

        /// How to get what runs functions in it.
        package var advice: String {
            switch self {
            case .python:
                "Install awslambdaric for a python3 of PATH (pip install awslambdaric), or say in NEWEL_PYTHON which python3 has it."
            case .node:
                "Install node and its client (npm install -g aws-lambda-ric), or say in NEWEL_NODE_CLIENT where the client's script is."
            }
        }
    }

    /// As CreateFunction names it.
    package let name: String
    /// What its functions are written in.
    package let language: Language

    /// A runtime by its name; `nil` when it is of no language that is known here.
    package init?(name: String) {
        if name.hasPrefix("python3") {
            language = .python
        } else if name.hasPrefix("nodejs") {
            language = .node
        } else {
            return nil
        }
        self.name = name
    }
}
