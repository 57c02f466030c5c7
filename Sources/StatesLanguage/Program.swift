import JSONPathLanguage
import JSONTree

/// The checked, runnable form of a definition. Immutable and shared by all executions that are pinned to it.
package final class Program: Sendable {
    /// The outermost states.
    package let graph: StateGraph
    /// `TimeoutSeconds` of the machine.
    package let timeoutSeconds: Int?

    /// Keeps what the compiler made.
    package init(graph: StateGraph, timeoutSeconds: Int?) {
        self.graph = graph
        self.timeoutSeconds = timeoutSeconds
    }
}

/// States that can reach one another: the machine's, a branch's, or an item processor's.
package struct StateGraph: Sendable {
    /// The index in `states` where it begins.
    package let startAt: Int
    /// In the order of the definition.
    package let states: [State]
    /// Finds a state by its name's exact bytes.
    package let indexByName: [String: Int]

    package init(startAt: Int, states: [State]) {
        self.startAt = startAt
        self.states = states
        self.indexByName = Dictionary(uniqueKeysWithValues: states.enumerated().map { ($1.name, $0) })
    }
}

/// Where a state leads.
package enum Transition: Sendable, Equatable {
    /// The index of the next state in the same graph.
    case next(Int)
    /// `"End": true`, or a terminal type.
    case end
}

/// `InputPath` and `OutputPath`, `ResultPath`: a path, or `null`.
package enum OptionalPath<Path: Sendable>: Sendable {
    /// The field is absent, or `$`: the whole value.
    case whole
    /// `null`: `{}` for InputPath and OutputPath; for ResultPath, the input unchanged.
    case null
    case path(Path)
}

/// A number that stands in the definition or is found by a path.
package enum NumberSource: Sendable {
    case constant(Int)
    /// The `…Path` field.
    case path(JSONPath)
}

/// A text that stands in the definition, is found by a path, or computed by an intrinsic function.
package enum TextSource: Sendable {
    case constant(String)
    case path(JSONPath)
    case intrinsic(IntrinsicCall)
}

/// One state of a definition.
package struct State: Sendable {
    package let name: String
    package let inputPath: OptionalPath<JSONPath>
    package let outputPath: OptionalPath<JSONPath>
    /// What the state does.
    package let kind: StateKind
    /// `Assign` of the state, JSONPath form; `nil` when absent.
    package let assign: PayloadTemplate?

    package init(
        name: String, inputPath: OptionalPath<JSONPath> = .whole, outputPath: OptionalPath<JSONPath> = .whole, kind: StateKind,
        assign: PayloadTemplate? = nil
    ) {
        self.name = name
        self.inputPath = inputPath
        self.outputPath = outputPath
        self.kind = kind
        self.assign = assign
    }
}

/// The eight state types, each with exactly its data.
package indirect enum StateKind: Sendable {
    case task(TaskState)
    case pass(PassState)
    case choice(ChoiceState)
    case wait(WaitState)
    case succeed
    case fail(FailState)
    case parallel(ParallelState)
    case map(MapState)
}

/// `Task`.
package struct TaskState: Sendable {
    package var resource: TaskResource
    package var parameters: PayloadTemplate?
    package var resultSelector: PayloadTemplate?
    package var resultPath: OptionalPath<ReferencePath>
    package var timeout: NumberSource?
    package var heartbeat: NumberSource?
    /// `Credentials.RoleArn`.
    package var credentials: PayloadTemplate?
    package var retry: [Retrier]
    package var catchers: [Catcher]
    package var next: Transition
}

/// What a task calls, taken apart.
package struct TaskResource: Sendable, Equatable {
    /// The kinds, which decide the event types.
    package enum Kind: Sendable, Equatable {
        /// A Lambda function ARN: `LambdaFunction…` events.
        case function
        /// An activity ARN: `Activity…` events.
        case activity
        /// `arn:aws:states:::…`: `Task…` events.
        case integration
    }
    package var kind: Kind
    /// The field as written.
    package var text: String
    /// Without `.sync`, `.sync:2`, `.waitForTaskToken`: what `HandlerInvoker` is asked for.
    package var handler: String
    /// `sqs`, `lambda`, `aws-sdk:dynamodb`: `resourceType` of the events. Empty for functions and activities.
    package var resourceType: String
    /// `sendMessage.waitForTaskToken`: `resource` of the events.
    package var action: String
    package var waitsForToken: Bool
    /// 0, 1 for `.sync`, 2 for `.sync:2`.
    package var sync: Int
    package init(kind: Kind, text: String, handler: String, resourceType: String, action: String, waitsForToken: Bool, sync: Int) {
        self.kind = kind
        self.text = text
        self.handler = handler
        self.resourceType = resourceType
        self.action = action
        self.waitsForToken = waitsForToken
        self.sync = sync
    }
}

/// `Pass`.
package struct PassState: Sendable {
    package var parameters: PayloadTemplate?
    package var result: Payload?
    package var resultPath: OptionalPath<ReferencePath>
    package var next: Transition
}

/// `Choice`.
package struct ChoiceState: Sendable {
    package var rules: [ChoiceRule]
    /// The index of the state `Default` names.
    package var defaultNext: Int?
}

/// One element of `Choices`.
package struct ChoiceRule: Sendable {
    package var condition: ChoiceCondition
    package var next: Int
    package var assign: PayloadTemplate?
}

/// `Wait`.
package struct WaitState: Sendable {
    package enum Until: Sendable {
        case seconds(NumberSource)
        /// A timestamp text, or the path to one.
        case timestamp(TextSource)
    }
    package var until: Until
    package var next: Transition
}

/// `Fail`.
package struct FailState: Sendable {
    package var error: TextSource?
    package var cause: TextSource?
}

/// `Parallel`.
package struct ParallelState: Sendable {
    package var branches: [StateGraph]
    package var parameters: PayloadTemplate?
    package var resultSelector: PayloadTemplate?
    package var resultPath: OptionalPath<ReferencePath>
    package var retry: [Retrier]
    package var catchers: [Catcher]
    package var next: Transition
}

/// `Map`.
package struct MapState: Sendable {
    package enum Mode: Sendable { case inline, distributed }
    package var mode: Mode
    package var processor: StateGraph
    /// Of the effective input; absent: the whole input.
    package var itemsPath: JSONPath?
    /// `ItemSelector`, or the older `Parameters`.
    package var itemSelector: PayloadTemplate?
    /// 0 or absent: as many as there are.
    package var maxConcurrency: NumberSource?
    package var toleratedFailureCount: NumberSource?
    package var toleratedFailurePercentage: NumberSource?
    package var label: String?
    package var resultSelector: PayloadTemplate?
    package var resultPath: OptionalPath<ReferencePath>
    package var retry: [Retrier]
    package var catchers: [Catcher]
    package var next: Transition
}

/// One element of `Retry`. Source: Amazon States Language, "Retrying after error".
package struct Retrier: Sendable, Equatable {
    package var errorEquals: [String]
    /// Seconds before the first retry; at least 0.
    package var intervalSeconds: Double = 1
    /// Zero forbids any retry.
    package var maxAttempts: Int = 3
    /// At least 1.
    package var backoffRate: Double = 2
    package var maxDelaySeconds: Double?
    /// `JitterStrategy: FULL`.
    package var hasFullJitter = false
    package init(errorEquals: [String]) { self.errorEquals = errorEquals }
}

/// One element of `Catch`.
package struct Catcher: Sendable {
    package var errorEquals: [String]
    package var resultPath: OptionalPath<ReferencePath>
    package var assign: PayloadTemplate?
    package var next: Int
    package init(errorEquals: [String], resultPath: OptionalPath<ReferencePath>, assign: PayloadTemplate?, next: Int) {
        self.errorEquals = errorEquals
        self.resultPath = resultPath
        self.assign = assign
        self.next = next
    }
}

/// The test of a choice rule.
package indirect enum ChoiceCondition: Sendable {
    case and([ChoiceCondition])
    case or([ChoiceCondition])
    case not(ChoiceCondition)
    case test(variable: JSONPath, ChoiceOperator)
}

/// A data test of a choice rule.
package enum ChoiceOperator: Sendable {
    package enum Order: Sendable { case equals, lessThan, greaterThan, lessThanEquals, greaterThanEquals }
    /// What the variable is compared with: a constant of the definition, or a path (`…Path`).
    package enum Operand: Sendable { case constant(JSON), path(JSONPath) }
    case string(Order, Operand)
    case numeric(Order, Operand)
    case boolean(Operand)
    case timestamp(Order, Operand)
    /// `StringMatches`, its pattern.
    case matches(String)
    /// `true`: must be; `false`: must not be.
    case isNull(Bool), isPresent(Bool), isNumeric(Bool), isString(Bool), isBoolean(Bool), isTimestamp(Bool)
}
