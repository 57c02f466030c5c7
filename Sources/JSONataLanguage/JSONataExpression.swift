import JSONTree

/// A compiled JSONata expression: cheap to share, evaluated any number of times.
///
/// The language is that of jsonata 2.0.6 with the functions AWS Step Functions adds; `$eval` is refused when it is
/// called.
///
/// Compiling and evaluating need 256 KiB of stack, whatever the expression; where more is called for, `NativeStack`
/// lends it.
package struct JSONataExpression: Sendable {
    private let code: Instructions
    /// What can be said of it without evaluating it.
    package let facts: ExpressionFacts

    /// Compiles an expression; without `{%` and `%}`.
    ///
    /// - Throws: An error whose code begins with `S`, or U1001 when it is too long or too deep.
    package init(compiling text: String, as version: JSONataVersion = .stepFunctions) throws(JSONataError) {
        let tree = SyntaxTree()
        let parsed = try Parser.parse(text, version, into: tree)
        let (resolved, boundNames) = try Resolver.resolve(parsed, in: tree)
        (code, facts) = try Emitter.emit(resolved, boundNames: boundNames)
    }

    /// The variables it takes from its caller, functions of the language among them, which a variable may replace.
    package var references: [VariableReference] { code.references }

    /// Evaluates it as AWS Step Functions does: nothing but variables to start from.
    ///
    /// - Parameters:
    ///   - bindings: The values of the references, in their order; `nil` for one that is not bound.
    ///   - environment: Time, chance and limits; chance moves on.
    package func evaluate(bindings: [JSON?], environment: inout JSONataEnvironment) throws(JSONataError)
        -> JSONataResult
    {
        try evaluate(.undefined, root: .undefined, bindings, &environment)
    }

    /// Evaluates it as JSONata does: over an input, which `$` and `$$` name.
    package func evaluate(input: JSON?, bindings: [JSON?], environment: inout JSONataEnvironment) throws(JSONataError)
        -> JSONataResult
    {
        guard let input else { return try evaluate(.undefined, root: .undefined, bindings, &environment) }
        let root = Value(input)
        guard case .list = root else { return try evaluate(root, root: root, bindings, &environment) }
        return try evaluate(.list(List([root], marks: [.sequence, .wrapsInput])), root: root, bindings, &environment)
    }

    private func evaluate(_ input: Value, root: Value, _ bindings: [JSON?], _ environment: inout JSONataEnvironment)
        throws(JSONataError) -> JSONataResult
    {
        precondition(bindings.count == code.references.count, "every reference is bound or said not to be")
        let evaluator = Evaluator(code, bindings: bindings, root: root, environment: environment)
        defer {
            environment.chance = evaluator.environment.chance
            environment.stepsTaken += environment.limits.steps - max(0, evaluator.stepsLeft)
        }
        let frame = code.needsFrame ? Frame(in: nil) : nil
        return try evaluator.result(evaluator.evaluate(code.start, input, frame))
    }

    /// The values of the references among variables given by name.
    package func bindings(from variables: JSONObject) -> [JSON?] {
        code.references.map { reference in
            let value = variables[reference.name]
            guard let field = reference.field else { return value }
            return value?[field]
        }
    }
}
