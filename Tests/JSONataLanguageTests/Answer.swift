import JSONTree
import JSONataLanguage
import ResourceNames

/// Evaluates expressions for tests.
enum Answer {
    /// The result as JSON text, `undefined`, `function`, or the code of the error.
    static func text(
        _ expression: String, input: JSON? = nil, variables: JSONObject = [:], seed: UInt64 = 1,
        limits: JSONataLimits = .generous
    ) -> String {
        do throws(JSONataError) {
            switch try result(expression, input: input, variables: variables, seed: seed, limits: limits) {
            case .value(let value): return value.text
            case .undefined: return "undefined"
            case .function: return "function"
            }
        } catch {
            return error.code
        }
    }

    /// The result; over an input when there is one, else as AWS evaluates.
    static func result(
        _ expression: String, input: JSON? = nil, variables: JSONObject = [:], seed: UInt64 = 1,
        limits: JSONataLimits = .generous
    ) throws(JSONataError) -> JSONataResult {
        let expression = try JSONataExpression(compiling: expression)
        let bindings = expression.bindings(from: variables)
        var environment = JSONataEnvironment(
            now: Timestamp(milliseconds: 1_700_000_000_123), chance: Chance(seed: seed), limits: limits)
        guard let input else { return try expression.evaluate(bindings: bindings, environment: &environment) }
        return try expression.evaluate(input: input, bindings: bindings, environment: &environment)
    }

    /// The error, if there is one.
    static func error(_ expression: String, input: JSON? = nil, limits: JSONataLimits = .generous) -> JSONataError? {
        do throws(JSONataError) { _ = try result(expression, input: input, limits: limits) } catch { return error }
        return nil
    }
}
