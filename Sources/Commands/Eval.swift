import ArgumentParser
import ExecutionEngine
import Glibc
import JSONTree
import JSONataLanguage
import Platform
import ResourceNames

/// `newel eval`: expressions over inputs, without a state machine around them.
struct Eval: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Evaluate one expression over one input, or many with --batch.",
        discussion: """
            JSONata reads $states.input (--input), $states.context (--context) and the variables of --bindings, as in a state machine; with \
            --plain, '$' and '$$' are the input, as jsonata.org has it.

            A template is JSON (or @FILE) whose fields ending in '.$' are computed; one path or one call of an intrinsic function will do too.

            With --batch, one JSON object a line on standard input, {"path" or "expr", "input" or "data", "context", "bindings"}, is answered by \
            one a line: {"result": …}, {"undefined": true} or {"error": {"code", "message"}}. Codes of a path: not-found, invalid-path, other; of a \
            template: the States.* error name, invalid-template; of JSONata: its own (T2001), with token, value and position where they are known, or \
            not-json. A line that is no such object: invalid-request. For JSONata, "timelimit" (ms, counted in steps) and "depth" bound an evaluation.

            Exit code 0: evaluated; --batch: every line was an object as above. 1: the expression has no value for this input. \
            2: bad usage, input or expression.

            Examples:
              newel eval jsonpath '$.orders[?(@.total > 100)].id' --input @orders.json
              newel eval jsonata '$sum($states.input.orders.total)' --input @orders.json
              newel eval jsonata --plain '$sum(orders.total)' --input @orders.json
              newel eval template "States.Format('Hello, {}', $.name)" --input '{"name": "Ada"}'
              newel eval template '{"id.$": "$$.Execution.Name", "n.$": "$n"}' --context @context.json --bindings '{"n": 1}'
            """)

    @Argument(help: "What the expression is written in: jsonpath, jsonata or template.") var language:
        EvaluationLanguage
    @Argument(help: "The expression.") var expression: String?
    @Option(help: ArgumentHelp("What '$' names: JSON, @FILE, or - for standard input. Default: {}", valueName: "json"))
    var input: String?
    @Option(
        help: ArgumentHelp("The context object, which '$$' names: JSON, @FILE or -. Default: {}", valueName: "json"))
    var context: String?
    @Option(help: ArgumentHelp("Variables, which '$name' names: a JSON object, @FILE or -.", valueName: "json"))
    var bindings: String?
    @Flag(help: "JSONata only: '$' is the input; there is no $states.") var plain = false
    @Flag(help: "Answer one JSON object a line from standard input.") var batch = false

    func validate() throws {
        guard !plain || language == .jsonata else { throw ValidationError("--plain is for jsonata only.") }
        if batch {
            guard expression == nil, input == nil, context == nil, bindings == nil else {
                throw ValidationError("With --batch, expressions and inputs come from standard input only.")
            }
        } else if expression == nil {
            throw ValidationError("Give an expression, or --batch.")
        }
    }

    func run() throws {
        let entropy = Entropy()
        if batch { try answerLines(entropy) } else { try answerArguments(entropy) }
    }

    private func answerArguments(_ entropy: Entropy) throws {
        let bindings = try bindings.map { try json($0, "The bindings") }
        guard bindings?.isObject ?? true else {
            throw CommandFailure("The bindings are not a JSON object.", exitCode: 2)
        }
        let input = try input.map { try json($0, "The input") } ?? .emptyObject
        let context = try context.map { try json($0, "The context object") } ?? .emptyObject
        let outcome: EvaluationOutcome
        if language == .jsonata {
            var evaluation = JSONataEvaluation(expression: expression ?? "", isPlain: plain)
            evaluation.input = input
            evaluation.context = context
            evaluation.bindings = bindings?.objectValue ?? JSONObject()
            outcome = evaluation.outcome(now: SystemClock().now, seed: entropy.next())
        } else {
            let evaluation = Evaluation(
                language: language, expression: try expressionValue(), input: input, context: context,
                bindings: bindings?.objectValue)
            outcome = evaluation.outcome(seed: entropy.next())
        }
        switch outcome {
        case .result(let value): Terminal.print(value.text)
        case .undefined: break
        case .failure(let code, let message):
            let isMistake = code == EvaluationOutcome.invalidPath || code == EvaluationOutcome.invalidTemplate
            throw CommandFailure("\(code): \(message)", exitCode: isMistake ? 2 : 1)
        case .expressionFailure(let error):
            let place = error.position.map { " (at character \($0))" } ?? ""
            throw CommandFailure("\(error.code): \(error.message)\(place)", exitCode: error.code.hasPrefix("S") ? 2 : 1)
        }
    }

    private func answerLines(_ entropy: Entropy) throws {
        var lines = LineReader(descriptor: STDIN_FILENO)
        var isEveryLineRight = true
        while let line = try lines.next() {
            let outcome: EvaluationOutcome
            do throws(EvaluationRequestProblem) {
                outcome = try answer(line, seed: entropy.next())
            } catch {
                isEveryLineRight = false
                outcome = .failure(code: EvaluationOutcome.invalidRequest, message: error.message)
            }
            Terminal.print(LoneSurrogateEscapes.restored(outcome.json.text))
        }
        if !isEveryLineRight { throw ExitCode(2) }
    }

    private func answer(_ line: [UInt8], seed: UInt64) throws(EvaluationRequestProblem) -> EvaluationOutcome {
        guard language == .jsonata else { return try Evaluation(language: language, request: line).outcome(seed: seed) }
        return try JSONataEvaluation(request: line, isPlain: plain).outcome(now: SystemClock().now, seed: seed)
    }

    /// The expression as a request would hold it; a template may lie in a file.
    private func expressionValue() throws -> JSON {
        let text = expression ?? ""
        guard language == .template, text.hasPrefix("@") else { return .string(text) }
        return try json(text, "The template")
    }

    private func json(_ argument: String, _ what: String) throws -> JSON {
        let bytes = try InputArgument.read(argument)
        do throws(JSONError) { return try JSON.parse(bytes) } catch {
            throw CommandFailure("\(what) is not JSON: \(error.message).", exitCode: 2)
        }
    }
}

extension EvaluationLanguage: ExpressibleByArgument {}
